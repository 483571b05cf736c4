// A step of the build: writes dist/array/views/*.cjs, a file for each dtype: the classes behind its arrays, one for each dimension
// with function literals of its own, so that V8's type feedback in get and set stays monomorphic, without generating code at run
// time. A program reads the files of the dtypes it has arrays of.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ARRAY_DTYPES, dtypeInfo, isNumbered } from '../../ir/dist/dtype.js'

export const folder = new URL('../dist/array/views/', import.meta.url)

/** Dimensions with literal code; above, src/array/large.ts. */
const LITERAL_DIMENSIONS = 4

const compiled = ARRAY_DTYPES
const foreign = ['uint8_clamped', 'float16', 'array', 'buffer', 'generic']

const list = (n, item, separator = ',') => Array.from({ length: n }, (_, i) => item(i)).join(separator)

/** What differs between a view of a caller's data and one of memory the library holds. */
const kinds = {
  plain: {
    memory: 'this.data',
    whole: (x) => `${x}|0`,
    read: (dtype, at) => {
      if (dtype === 'generic') return `return this.data.get(${at})`
      if (isNumbered(dtype)) return `const v=this.data[${at}];return v===undefined?v:numberOf(v)`
      return `return this.data[${at}]`
    },
    write: (dtype, at) => {
      if (isNumbered(dtype)) return `this.data[${at}]=elementOf(v);return v`
      if (dtype === 'generic') return `return this.data.set(${at},v)`
      return dtype === 'bool' ? `this.data[${at}]=v!=0?1:0;return v` : `return this.data[${at}]=v`
    },
    construct: (fields) => `this.data=a;${fields}`,
    offset: 'd|0',
  },
  held: {
    memory: 'this.#storage',
    whole: (x) => `position(${x})`,
    // A pending view caches an empty array: every index is out of its range, so the usual path needs no other test.
    read: (dtype, at) =>
      isNumbered(dtype)
        ? `const i=${at};let v=this.#elements[i];if(v===undefined)v=readSlowly(this,i);return v===undefined?v:numberOf(v)`
        : `const i=${at},v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)`,
    write: (dtype, at) => {
      const stored = dtype === 'bool' ? 'v!=0?1:0' : isNumbered(dtype) ? 'elementOf(v)' : null
      return stored === null
        ? `const i=${at},e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v`
        : `const i=${at},e=this.#writable,b=${stored};if(e===EMPTY)writeSlowly(this,i,b);else e[i]=b;return v`
    },
    construct: (fields) => `Object.defineProperty(this,'data',DATA);${fields};new Family(this,a)`,
    offset: 'position(d)',
  },
}

/** What data of a dtype does not tell is an own property, so that it is there in what `structuredClone` and `postMessage` make of an array. */
const told = (dtype) => (dtype === 'bool' || isNumbered(dtype) ? `;this.dtype='${dtype}'` : '')

function nil(kind, dtype) {
  const name = `View_Nil${dtype}`
  return `
    function ${name}(a){${kind.construct('')}}
    const proto=${name}.prototype
    proto.dtype='${dtype}'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new ${name}(${kind.memory})}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_${name}(a){return new ${name}(a)}}`
}

function scalar(kind, dtype) {
  const name = `View0d${dtype}`
  return `
    function ${name}(a,d){${kind.construct(`this.offset=d${told(dtype)}`)}}
    const proto=${name}.prototype
    proto.dtype='${dtype}'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function ${name}_copy(){return new ${name}(${kind.memory},this.offset)}
    proto.pick=function ${name}_pick(){return makers[0](${kind.memory})}
    proto.valueOf=proto.get=function ${name}_get(){${kind.read(dtype, 'this.offset')}}
    proto.set=function ${name}_set(v){${kind.write(dtype, 'this.offset')}}
    return{proto,make:function construct_${name}(a,b,c,d){return new ${name}(a,d)}}`
}

const ORDER_OF_3 =
  'const s0=Math.abs(this.stride[0]),s1=Math.abs(this.stride[1]),s2=Math.abs(this.stride[2]);' +
  'if(s0>s1){if(s1>s2)return[2,1,0];else if(s0>s2)return[1,2,0];else return[1,0,2]}' +
  'else if(s0>s2)return[2,0,1];else if(s2>s1)return[0,1,2];else return[0,2,1]'

function orderOf(name, d) {
  if (d === 1) return 'proto.order=[0]'
  const body =
    d === 2
      ? `function ${name}_order(){return Math.abs(this.stride[0])>Math.abs(this.stride[1])?[1,0]:[0,1]}`
      : d === 3
        ? `function ${name}_order(){${ORDER_OF_3}}`
        : 'order'
  return `Object.defineProperty(proto,'order',{get:${body}})`
}

function view(kind, dtype, d) {
  const name = `View${d}d${dtype}`
  const args = list(d, (i) => `i${i}`)
  const at = `this.offset+${list(d, (i) => `this.stride[${i}]*i${i}`, '+')}`
  const make = (shape, stride, offset) => `return new ${name}(${kind.memory},${list(d, shape)},${list(d, stride)},${offset})`
  // Held views stand on the prototype of the plain ones, but members are enumerated in one order.
  const common =
    kind === kinds.plain
      ? `
    Object.defineProperty(proto,'size',{get:function ${name}_size(){return ${list(d, (i) => `this.shape[${i}]`, '*')}}})
    ${orderOf(name, d)}`
      : d === 1
        ? `\n    ${orderOf(name, d)}`
        : ''
  return `
    function ${name}(a,${list(d, (i) => `b${i}`)},${list(d, (i) => `c${i}`)},d){${kind.construct(
      `this.shape=[${list(d, (i) => `b${i}`)}];this.stride=[${list(d, (i) => `c${i}`)}];this.offset=${kind.offset}${told(dtype)}`,
    )}}
    const proto=${name}.prototype
    proto.dtype='${dtype}'
    proto.dimension=${d}${common}
    proto.set=function ${name}_set(${args},v){${kind.write(dtype, at)}}
    proto.get=function ${name}_get(${args}){${kind.read(dtype, at)}}
    proto.index=function ${name}_index(${args}){return ${at}}
    proto.hi=function ${name}_hi(${args}){${make(
      (i) => `typeof i${i}!=='number'||i${i}<0?this.shape[${i}]:i${i}|0`,
      (i) => `this.stride[${i}]`,
      'this.offset',
    )}}
    proto.lo=function ${name}_lo(${args}){let b=this.offset,d=0,${list(d, (i) => `a${i}=this.shape[${i}]`)};const ${list(d, (i) => `c${i}=this.stride[${i}]`)};${list(
      d,
      (i) => `if(typeof i${i}==='number'&&i${i}>=0){d=i${i}|0;b+=c${i}*d;a${i}-=d}`,
      '',
    )}${make(
      (i) => `a${i}`,
      (i) => `c${i}`,
      'b',
    )}}
    proto.step=function ${name}_step(${args}){let ${list(d, (i) => `a${i}=this.shape[${i}],b${i}=this.stride[${i}]`)},c=this.offset,d=0;${list(
      d,
      (i) =>
        `if(typeof i${i}==='number'){d=i${i}|0;if(d<0){c+=b${i}*(a${i}-1);a${i}=Math.ceil(-a${i}/d)}else a${i}=Math.ceil(a${i}/d);b${i}*=d}`,
      '',
    )}${make(
      (i) => `a${i}`,
      (i) => `b${i}`,
      'c',
    )}}
    proto.transpose=function ${name}_transpose(${args}){if(typeof i0==='object'&&i0!==null)return this.transpose(...orderOf(i0,${d}));${list(d, (i) => `i${i}=i${i}===undefined?${i}:axisOf(i${i},${d});`, '')}const a=this.shape,b=this.stride;${make(
      (i) => `a[i${i}]`,
      (i) => `b[i${i}]`,
      'this.offset',
    )}}
    proto.pick=function ${name}_pick(${args}){const a=[],b=[];let c=this.offset;${list(
      d,
      (i) =>
        `if(typeof i${i}==='number'&&i${i}>=0)c=${kind.whole(`(c+this.stride[${i}]*i${i})`)};else{a.push(this.shape[${i}]);b.push(this.stride[${i}])}`,
      ';',
    )};return makers[a.length+1](${kind.memory},a,b,c)}
    return{proto,make:function construct_${name}(data,shape,stride,offset){return new ${name}(data,${list(d, (i) => `shape[${i}]`)},${list(d, (i) => `stride[${i}]`)},offset)}}`
}

function classes(kind, dtype) {
  const parameters = kind === kinds.plain ? '(makers,order)' : '(makers)'
  const bodies = [nil(kind, dtype), scalar(kind, dtype)]
  for (let d = 1; d <= LITERAL_DIMENSIONS; d++) bodies.push(view(kind, dtype, d))
  return `[${bodies.map((body) => `\n  function${parameters}{${body}\n  }`).join(',')}\n]`
}

/**
 * Private fields are a class's own, and each dtype has one: the storage, and the elements as last seen, for reading and for writing. An empty array
 * stands for 'not known', and everything is out of its range.
 */
const held = (dtype) => `
const EMPTY = new ${dtypeInfo[dtype].array.name}(0)
const readSlowly = (view, i) => Family.elements(view)[i]
const writeSlowly = (view, i, v) => (Family.writable(view)[i] = v)
const DATA = {
  get() {
    return Family.moveOut(this)
  },
  set(data) {
    Family.replace(this, external(data, this.dtype))
  },
  enumerable: true,
  configurable: true,
}

/** Calling this from a derived class's constructor gives the derived class's private fields to any object. */
function identity(view) {
  return view
}

class Family extends identity {
  #elements = EMPTY
  #writable = EMPTY
  #storage

  constructor(view, storage) {
    super(view)
    this.#storage = storage
  }

  static data = DATA

  static is(view) {
    return #storage in view
  }

  static storage(view) {
    return view.#storage
  }

  static moveOut(view) {
    const storage = view.#storage
    return storage.isExternal || !isOnlooker(DATA.get) ? storage.moveOut() : storage.copyOut()
  }

  static replace(view, storage) {
    view.#storage = storage
    view.#elements = view.#writable = EMPTY
  }

  static elements(view) {
    if (view.#elements === EMPTY) {
      view.#elements = view.#storage.viewedBy(view)
    }
    return view.#elements
  }

  static writable(view) {
    if (view.#writable === EMPTY) {
      view.#elements = view.#writable = view.#storage.writableBy(view)
    }
    return view.#writable
  }

  static forget(view) {
    view.#elements = view.#writable = EMPTY
  }

  static hold(view, storage) {
    new Family(view, storage)
  }

  static classes = ${classes(kinds.held, dtype)}
}
`

/** By dtype, the text of its file. */
export const texts = Object.fromEntries(
  [...compiled, ...foreign].map((dtype) => [
    dtype,
    `// Written by the build (packages/weldarray/build/generate-views.mjs).
'use strict'

/** The classes of views of one dtype, of dimension -1, 0, 1, …: those that hold their caller's data, and those of library memory. */
module.exports = ({ axisOf, orderOf, position, numberOf, elementOf, external, isOnlooker }) => {
const plain = ${classes(kinds.plain, dtype)}
${compiled.includes(dtype) ? held(dtype) : 'const Family = null'}
return { plain, family: Family }
}
`,
  ]),
)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [dtype, text] of Object.entries(texts)) writeFileSync(new URL(`${dtype}.cjs`, folder), text)
}
