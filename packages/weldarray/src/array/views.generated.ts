// @ts-nocheck
// Written by build/generate-views.mjs; not to be edited.

/** Makes the class of views of one dtype and dimension (-1, 0, …, in this order) that hold their caller's data. */
export const plainClasses: any = {
  bool: [
  function(makers,order){
    function View_Nilbool(a){this.data=a;}
    const proto=View_Nilbool.prototype
    proto.dtype='bool'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilbool(this.data)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilbool(a){return new View_Nilbool(a)}}
  },
  function(makers,order){
    function View0dbool(a,d){this.data=a;this.offset=d}
    const proto=View0dbool.prototype
    proto.dtype='bool'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dbool_copy(){return new View0dbool(this.data,this.offset)}
    proto.pick=function View0dbool_pick(){return makers[0](this.data)}
    proto.valueOf=proto.get=function View0dbool_get(){return this.data[this.offset]}
    proto.set=function View0dbool_set(v){this.data[this.offset]=v!=0?1:0;return v}
    return{proto,make:function construct_View0dbool(a,b,c,d){return new View0dbool(a,d)}}
  },
  function(makers,order){
    function View1dbool(a,b0,c0,d){this.data=a;this.shape=[b0];this.stride=[c0];this.offset=d|0}
    const proto=View1dbool.prototype
    proto.dtype='bool'
    proto.dimension=1
    Object.defineProperty(proto,'size',{get:function View1dbool_size(){return this.shape[0]}})
    proto.order=[0]
    proto.set=function View1dbool_set(i0,v){this.data[this.offset+this.stride[0]*i0]=v!=0?1:0;return v}
    proto.get=function View1dbool_get(i0){return this.data[this.offset+this.stride[0]*i0]}
    proto.index=function View1dbool_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dbool_hi(i0){return new View1dbool(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dbool_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dbool(this.data,a0,c0,b)}
    proto.step=function View1dbool_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dbool(this.data,a0,b0,c)}
    proto.transpose=function View1dbool_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dbool(this.data,a[i0],b[i0],this.offset)}
    proto.pick=function View1dbool_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View1dbool(data,shape,stride,offset){return new View1dbool(data,shape[0],stride[0],offset)}}
  },
  function(makers,order){
    function View2dbool(a,b0,b1,c0,c1,d){this.data=a;this.shape=[b0,b1];this.stride=[c0,c1];this.offset=d|0}
    const proto=View2dbool.prototype
    proto.dtype='bool'
    proto.dimension=2
    Object.defineProperty(proto,'size',{get:function View2dbool_size(){return this.shape[0]*this.shape[1]}})
    Object.defineProperty(proto,'order',{get:function View2dbool_order(){return Math.abs(this.stride[0])>Math.abs(this.stride[1])?[1,0]:[0,1]}})
    proto.set=function View2dbool_set(i0,i1,v){this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]=v!=0?1:0;return v}
    proto.get=function View2dbool_get(i0,i1){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]}
    proto.index=function View2dbool_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dbool_hi(i0,i1){return new View2dbool(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dbool_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dbool(this.data,a0,a1,c0,c1,b)}
    proto.step=function View2dbool_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dbool(this.data,a0,a1,b0,b1,c)}
    proto.transpose=function View2dbool_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dbool(this.data,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dbool_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View2dbool(data,shape,stride,offset){return new View2dbool(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,order){
    function View3dbool(a,b0,b1,b2,c0,c1,c2,d){this.data=a;this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=d|0}
    const proto=View3dbool.prototype
    proto.dtype='bool'
    proto.dimension=3
    Object.defineProperty(proto,'size',{get:function View3dbool_size(){return this.shape[0]*this.shape[1]*this.shape[2]}})
    Object.defineProperty(proto,'order',{get:function View3dbool_order(){const s0=Math.abs(this.stride[0]),s1=Math.abs(this.stride[1]),s2=Math.abs(this.stride[2]);if(s0>s1){if(s1>s2)return[2,1,0];else if(s0>s2)return[1,2,0];else return[1,0,2]}else if(s0>s2)return[2,0,1];else if(s2>s1)return[0,1,2];else return[0,2,1]}})
    proto.set=function View3dbool_set(i0,i1,i2,v){this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]=v!=0?1:0;return v}
    proto.get=function View3dbool_get(i0,i1,i2){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]}
    proto.index=function View3dbool_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dbool_hi(i0,i1,i2){return new View3dbool(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dbool_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dbool(this.data,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dbool_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dbool(this.data,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dbool_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dbool(this.data,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dbool_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View3dbool(data,shape,stride,offset){return new View3dbool(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,order){
    function View4dbool(a,b0,b1,b2,b3,c0,c1,c2,c3,d){this.data=a;this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=d|0}
    const proto=View4dbool.prototype
    proto.dtype='bool'
    proto.dimension=4
    Object.defineProperty(proto,'size',{get:function View4dbool_size(){return this.shape[0]*this.shape[1]*this.shape[2]*this.shape[3]}})
    Object.defineProperty(proto,'order',{get:order})
    proto.set=function View4dbool_set(i0,i1,i2,i3,v){this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]=v!=0?1:0;return v}
    proto.get=function View4dbool_get(i0,i1,i2,i3){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]}
    proto.index=function View4dbool_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dbool_hi(i0,i1,i2,i3){return new View4dbool(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dbool_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dbool(this.data,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dbool_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dbool(this.data,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dbool_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dbool(this.data,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dbool_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=(c+this.stride[3]*i3)|0;else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View4dbool(data,shape,stride,offset){return new View4dbool(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  int8: [
  function(makers,order){
    function View_Nilint8(a){this.data=a;}
    const proto=View_Nilint8.prototype
    proto.dtype='int8'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilint8(this.data)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilint8(a){return new View_Nilint8(a)}}
  },
  function(makers,order){
    function View0dint8(a,d){this.data=a;this.offset=d}
    const proto=View0dint8.prototype
    proto.dtype='int8'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dint8_copy(){return new View0dint8(this.data,this.offset)}
    proto.pick=function View0dint8_pick(){return makers[0](this.data)}
    proto.valueOf=proto.get=function View0dint8_get(){return this.data[this.offset]}
    proto.set=function View0dint8_set(v){return this.data[this.offset]=v}
    return{proto,make:function construct_View0dint8(a,b,c,d){return new View0dint8(a,d)}}
  },
  function(makers,order){
    function View1dint8(a,b0,c0,d){this.data=a;this.shape=[b0];this.stride=[c0];this.offset=d|0}
    const proto=View1dint8.prototype
    proto.dtype='int8'
    proto.dimension=1
    Object.defineProperty(proto,'size',{get:function View1dint8_size(){return this.shape[0]}})
    proto.order=[0]
    proto.set=function View1dint8_set(i0,v){return this.data[this.offset+this.stride[0]*i0]=v}
    proto.get=function View1dint8_get(i0){return this.data[this.offset+this.stride[0]*i0]}
    proto.index=function View1dint8_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dint8_hi(i0){return new View1dint8(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dint8_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dint8(this.data,a0,c0,b)}
    proto.step=function View1dint8_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dint8(this.data,a0,b0,c)}
    proto.transpose=function View1dint8_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dint8(this.data,a[i0],b[i0],this.offset)}
    proto.pick=function View1dint8_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View1dint8(data,shape,stride,offset){return new View1dint8(data,shape[0],stride[0],offset)}}
  },
  function(makers,order){
    function View2dint8(a,b0,b1,c0,c1,d){this.data=a;this.shape=[b0,b1];this.stride=[c0,c1];this.offset=d|0}
    const proto=View2dint8.prototype
    proto.dtype='int8'
    proto.dimension=2
    Object.defineProperty(proto,'size',{get:function View2dint8_size(){return this.shape[0]*this.shape[1]}})
    Object.defineProperty(proto,'order',{get:function View2dint8_order(){return Math.abs(this.stride[0])>Math.abs(this.stride[1])?[1,0]:[0,1]}})
    proto.set=function View2dint8_set(i0,i1,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]=v}
    proto.get=function View2dint8_get(i0,i1){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]}
    proto.index=function View2dint8_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dint8_hi(i0,i1){return new View2dint8(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dint8_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dint8(this.data,a0,a1,c0,c1,b)}
    proto.step=function View2dint8_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dint8(this.data,a0,a1,b0,b1,c)}
    proto.transpose=function View2dint8_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dint8(this.data,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dint8_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View2dint8(data,shape,stride,offset){return new View2dint8(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,order){
    function View3dint8(a,b0,b1,b2,c0,c1,c2,d){this.data=a;this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=d|0}
    const proto=View3dint8.prototype
    proto.dtype='int8'
    proto.dimension=3
    Object.defineProperty(proto,'size',{get:function View3dint8_size(){return this.shape[0]*this.shape[1]*this.shape[2]}})
    Object.defineProperty(proto,'order',{get:function View3dint8_order(){const s0=Math.abs(this.stride[0]),s1=Math.abs(this.stride[1]),s2=Math.abs(this.stride[2]);if(s0>s1){if(s1>s2)return[2,1,0];else if(s0>s2)return[1,2,0];else return[1,0,2]}else if(s0>s2)return[2,0,1];else if(s2>s1)return[0,1,2];else return[0,2,1]}})
    proto.set=function View3dint8_set(i0,i1,i2,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]=v}
    proto.get=function View3dint8_get(i0,i1,i2){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]}
    proto.index=function View3dint8_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dint8_hi(i0,i1,i2){return new View3dint8(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dint8_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dint8(this.data,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dint8_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dint8(this.data,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dint8_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dint8(this.data,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dint8_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View3dint8(data,shape,stride,offset){return new View3dint8(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,order){
    function View4dint8(a,b0,b1,b2,b3,c0,c1,c2,c3,d){this.data=a;this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=d|0}
    const proto=View4dint8.prototype
    proto.dtype='int8'
    proto.dimension=4
    Object.defineProperty(proto,'size',{get:function View4dint8_size(){return this.shape[0]*this.shape[1]*this.shape[2]*this.shape[3]}})
    Object.defineProperty(proto,'order',{get:order})
    proto.set=function View4dint8_set(i0,i1,i2,i3,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]=v}
    proto.get=function View4dint8_get(i0,i1,i2,i3){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]}
    proto.index=function View4dint8_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dint8_hi(i0,i1,i2,i3){return new View4dint8(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dint8_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dint8(this.data,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dint8_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dint8(this.data,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dint8_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dint8(this.data,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dint8_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=(c+this.stride[3]*i3)|0;else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View4dint8(data,shape,stride,offset){return new View4dint8(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  uint8: [
  function(makers,order){
    function View_Niluint8(a){this.data=a;}
    const proto=View_Niluint8.prototype
    proto.dtype='uint8'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Niluint8(this.data)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Niluint8(a){return new View_Niluint8(a)}}
  },
  function(makers,order){
    function View0duint8(a,d){this.data=a;this.offset=d}
    const proto=View0duint8.prototype
    proto.dtype='uint8'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0duint8_copy(){return new View0duint8(this.data,this.offset)}
    proto.pick=function View0duint8_pick(){return makers[0](this.data)}
    proto.valueOf=proto.get=function View0duint8_get(){return this.data[this.offset]}
    proto.set=function View0duint8_set(v){return this.data[this.offset]=v}
    return{proto,make:function construct_View0duint8(a,b,c,d){return new View0duint8(a,d)}}
  },
  function(makers,order){
    function View1duint8(a,b0,c0,d){this.data=a;this.shape=[b0];this.stride=[c0];this.offset=d|0}
    const proto=View1duint8.prototype
    proto.dtype='uint8'
    proto.dimension=1
    Object.defineProperty(proto,'size',{get:function View1duint8_size(){return this.shape[0]}})
    proto.order=[0]
    proto.set=function View1duint8_set(i0,v){return this.data[this.offset+this.stride[0]*i0]=v}
    proto.get=function View1duint8_get(i0){return this.data[this.offset+this.stride[0]*i0]}
    proto.index=function View1duint8_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1duint8_hi(i0){return new View1duint8(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1duint8_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1duint8(this.data,a0,c0,b)}
    proto.step=function View1duint8_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1duint8(this.data,a0,b0,c)}
    proto.transpose=function View1duint8_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1duint8(this.data,a[i0],b[i0],this.offset)}
    proto.pick=function View1duint8_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View1duint8(data,shape,stride,offset){return new View1duint8(data,shape[0],stride[0],offset)}}
  },
  function(makers,order){
    function View2duint8(a,b0,b1,c0,c1,d){this.data=a;this.shape=[b0,b1];this.stride=[c0,c1];this.offset=d|0}
    const proto=View2duint8.prototype
    proto.dtype='uint8'
    proto.dimension=2
    Object.defineProperty(proto,'size',{get:function View2duint8_size(){return this.shape[0]*this.shape[1]}})
    Object.defineProperty(proto,'order',{get:function View2duint8_order(){return Math.abs(this.stride[0])>Math.abs(this.stride[1])?[1,0]:[0,1]}})
    proto.set=function View2duint8_set(i0,i1,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]=v}
    proto.get=function View2duint8_get(i0,i1){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]}
    proto.index=function View2duint8_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2duint8_hi(i0,i1){return new View2duint8(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2duint8_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2duint8(this.data,a0,a1,c0,c1,b)}
    proto.step=function View2duint8_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2duint8(this.data,a0,a1,b0,b1,c)}
    proto.transpose=function View2duint8_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2duint8(this.data,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2duint8_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View2duint8(data,shape,stride,offset){return new View2duint8(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,order){
    function View3duint8(a,b0,b1,b2,c0,c1,c2,d){this.data=a;this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=d|0}
    const proto=View3duint8.prototype
    proto.dtype='uint8'
    proto.dimension=3
    Object.defineProperty(proto,'size',{get:function View3duint8_size(){return this.shape[0]*this.shape[1]*this.shape[2]}})
    Object.defineProperty(proto,'order',{get:function View3duint8_order(){const s0=Math.abs(this.stride[0]),s1=Math.abs(this.stride[1]),s2=Math.abs(this.stride[2]);if(s0>s1){if(s1>s2)return[2,1,0];else if(s0>s2)return[1,2,0];else return[1,0,2]}else if(s0>s2)return[2,0,1];else if(s2>s1)return[0,1,2];else return[0,2,1]}})
    proto.set=function View3duint8_set(i0,i1,i2,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]=v}
    proto.get=function View3duint8_get(i0,i1,i2){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]}
    proto.index=function View3duint8_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3duint8_hi(i0,i1,i2){return new View3duint8(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3duint8_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3duint8(this.data,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3duint8_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3duint8(this.data,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3duint8_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3duint8(this.data,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3duint8_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View3duint8(data,shape,stride,offset){return new View3duint8(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,order){
    function View4duint8(a,b0,b1,b2,b3,c0,c1,c2,c3,d){this.data=a;this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=d|0}
    const proto=View4duint8.prototype
    proto.dtype='uint8'
    proto.dimension=4
    Object.defineProperty(proto,'size',{get:function View4duint8_size(){return this.shape[0]*this.shape[1]*this.shape[2]*this.shape[3]}})
    Object.defineProperty(proto,'order',{get:order})
    proto.set=function View4duint8_set(i0,i1,i2,i3,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]=v}
    proto.get=function View4duint8_get(i0,i1,i2,i3){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]}
    proto.index=function View4duint8_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4duint8_hi(i0,i1,i2,i3){return new View4duint8(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4duint8_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4duint8(this.data,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4duint8_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4duint8(this.data,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4duint8_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4duint8(this.data,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4duint8_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=(c+this.stride[3]*i3)|0;else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View4duint8(data,shape,stride,offset){return new View4duint8(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  int16: [
  function(makers,order){
    function View_Nilint16(a){this.data=a;}
    const proto=View_Nilint16.prototype
    proto.dtype='int16'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilint16(this.data)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilint16(a){return new View_Nilint16(a)}}
  },
  function(makers,order){
    function View0dint16(a,d){this.data=a;this.offset=d}
    const proto=View0dint16.prototype
    proto.dtype='int16'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dint16_copy(){return new View0dint16(this.data,this.offset)}
    proto.pick=function View0dint16_pick(){return makers[0](this.data)}
    proto.valueOf=proto.get=function View0dint16_get(){return this.data[this.offset]}
    proto.set=function View0dint16_set(v){return this.data[this.offset]=v}
    return{proto,make:function construct_View0dint16(a,b,c,d){return new View0dint16(a,d)}}
  },
  function(makers,order){
    function View1dint16(a,b0,c0,d){this.data=a;this.shape=[b0];this.stride=[c0];this.offset=d|0}
    const proto=View1dint16.prototype
    proto.dtype='int16'
    proto.dimension=1
    Object.defineProperty(proto,'size',{get:function View1dint16_size(){return this.shape[0]}})
    proto.order=[0]
    proto.set=function View1dint16_set(i0,v){return this.data[this.offset+this.stride[0]*i0]=v}
    proto.get=function View1dint16_get(i0){return this.data[this.offset+this.stride[0]*i0]}
    proto.index=function View1dint16_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dint16_hi(i0){return new View1dint16(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dint16_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dint16(this.data,a0,c0,b)}
    proto.step=function View1dint16_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dint16(this.data,a0,b0,c)}
    proto.transpose=function View1dint16_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dint16(this.data,a[i0],b[i0],this.offset)}
    proto.pick=function View1dint16_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View1dint16(data,shape,stride,offset){return new View1dint16(data,shape[0],stride[0],offset)}}
  },
  function(makers,order){
    function View2dint16(a,b0,b1,c0,c1,d){this.data=a;this.shape=[b0,b1];this.stride=[c0,c1];this.offset=d|0}
    const proto=View2dint16.prototype
    proto.dtype='int16'
    proto.dimension=2
    Object.defineProperty(proto,'size',{get:function View2dint16_size(){return this.shape[0]*this.shape[1]}})
    Object.defineProperty(proto,'order',{get:function View2dint16_order(){return Math.abs(this.stride[0])>Math.abs(this.stride[1])?[1,0]:[0,1]}})
    proto.set=function View2dint16_set(i0,i1,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]=v}
    proto.get=function View2dint16_get(i0,i1){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]}
    proto.index=function View2dint16_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dint16_hi(i0,i1){return new View2dint16(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dint16_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dint16(this.data,a0,a1,c0,c1,b)}
    proto.step=function View2dint16_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dint16(this.data,a0,a1,b0,b1,c)}
    proto.transpose=function View2dint16_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dint16(this.data,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dint16_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View2dint16(data,shape,stride,offset){return new View2dint16(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,order){
    function View3dint16(a,b0,b1,b2,c0,c1,c2,d){this.data=a;this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=d|0}
    const proto=View3dint16.prototype
    proto.dtype='int16'
    proto.dimension=3
    Object.defineProperty(proto,'size',{get:function View3dint16_size(){return this.shape[0]*this.shape[1]*this.shape[2]}})
    Object.defineProperty(proto,'order',{get:function View3dint16_order(){const s0=Math.abs(this.stride[0]),s1=Math.abs(this.stride[1]),s2=Math.abs(this.stride[2]);if(s0>s1){if(s1>s2)return[2,1,0];else if(s0>s2)return[1,2,0];else return[1,0,2]}else if(s0>s2)return[2,0,1];else if(s2>s1)return[0,1,2];else return[0,2,1]}})
    proto.set=function View3dint16_set(i0,i1,i2,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]=v}
    proto.get=function View3dint16_get(i0,i1,i2){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]}
    proto.index=function View3dint16_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dint16_hi(i0,i1,i2){return new View3dint16(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dint16_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dint16(this.data,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dint16_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dint16(this.data,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dint16_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dint16(this.data,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dint16_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View3dint16(data,shape,stride,offset){return new View3dint16(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,order){
    function View4dint16(a,b0,b1,b2,b3,c0,c1,c2,c3,d){this.data=a;this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=d|0}
    const proto=View4dint16.prototype
    proto.dtype='int16'
    proto.dimension=4
    Object.defineProperty(proto,'size',{get:function View4dint16_size(){return this.shape[0]*this.shape[1]*this.shape[2]*this.shape[3]}})
    Object.defineProperty(proto,'order',{get:order})
    proto.set=function View4dint16_set(i0,i1,i2,i3,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]=v}
    proto.get=function View4dint16_get(i0,i1,i2,i3){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]}
    proto.index=function View4dint16_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dint16_hi(i0,i1,i2,i3){return new View4dint16(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dint16_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dint16(this.data,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dint16_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dint16(this.data,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dint16_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dint16(this.data,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dint16_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=(c+this.stride[3]*i3)|0;else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View4dint16(data,shape,stride,offset){return new View4dint16(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  uint16: [
  function(makers,order){
    function View_Niluint16(a){this.data=a;}
    const proto=View_Niluint16.prototype
    proto.dtype='uint16'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Niluint16(this.data)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Niluint16(a){return new View_Niluint16(a)}}
  },
  function(makers,order){
    function View0duint16(a,d){this.data=a;this.offset=d}
    const proto=View0duint16.prototype
    proto.dtype='uint16'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0duint16_copy(){return new View0duint16(this.data,this.offset)}
    proto.pick=function View0duint16_pick(){return makers[0](this.data)}
    proto.valueOf=proto.get=function View0duint16_get(){return this.data[this.offset]}
    proto.set=function View0duint16_set(v){return this.data[this.offset]=v}
    return{proto,make:function construct_View0duint16(a,b,c,d){return new View0duint16(a,d)}}
  },
  function(makers,order){
    function View1duint16(a,b0,c0,d){this.data=a;this.shape=[b0];this.stride=[c0];this.offset=d|0}
    const proto=View1duint16.prototype
    proto.dtype='uint16'
    proto.dimension=1
    Object.defineProperty(proto,'size',{get:function View1duint16_size(){return this.shape[0]}})
    proto.order=[0]
    proto.set=function View1duint16_set(i0,v){return this.data[this.offset+this.stride[0]*i0]=v}
    proto.get=function View1duint16_get(i0){return this.data[this.offset+this.stride[0]*i0]}
    proto.index=function View1duint16_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1duint16_hi(i0){return new View1duint16(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1duint16_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1duint16(this.data,a0,c0,b)}
    proto.step=function View1duint16_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1duint16(this.data,a0,b0,c)}
    proto.transpose=function View1duint16_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1duint16(this.data,a[i0],b[i0],this.offset)}
    proto.pick=function View1duint16_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View1duint16(data,shape,stride,offset){return new View1duint16(data,shape[0],stride[0],offset)}}
  },
  function(makers,order){
    function View2duint16(a,b0,b1,c0,c1,d){this.data=a;this.shape=[b0,b1];this.stride=[c0,c1];this.offset=d|0}
    const proto=View2duint16.prototype
    proto.dtype='uint16'
    proto.dimension=2
    Object.defineProperty(proto,'size',{get:function View2duint16_size(){return this.shape[0]*this.shape[1]}})
    Object.defineProperty(proto,'order',{get:function View2duint16_order(){return Math.abs(this.stride[0])>Math.abs(this.stride[1])?[1,0]:[0,1]}})
    proto.set=function View2duint16_set(i0,i1,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]=v}
    proto.get=function View2duint16_get(i0,i1){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]}
    proto.index=function View2duint16_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2duint16_hi(i0,i1){return new View2duint16(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2duint16_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2duint16(this.data,a0,a1,c0,c1,b)}
    proto.step=function View2duint16_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2duint16(this.data,a0,a1,b0,b1,c)}
    proto.transpose=function View2duint16_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2duint16(this.data,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2duint16_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View2duint16(data,shape,stride,offset){return new View2duint16(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,order){
    function View3duint16(a,b0,b1,b2,c0,c1,c2,d){this.data=a;this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=d|0}
    const proto=View3duint16.prototype
    proto.dtype='uint16'
    proto.dimension=3
    Object.defineProperty(proto,'size',{get:function View3duint16_size(){return this.shape[0]*this.shape[1]*this.shape[2]}})
    Object.defineProperty(proto,'order',{get:function View3duint16_order(){const s0=Math.abs(this.stride[0]),s1=Math.abs(this.stride[1]),s2=Math.abs(this.stride[2]);if(s0>s1){if(s1>s2)return[2,1,0];else if(s0>s2)return[1,2,0];else return[1,0,2]}else if(s0>s2)return[2,0,1];else if(s2>s1)return[0,1,2];else return[0,2,1]}})
    proto.set=function View3duint16_set(i0,i1,i2,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]=v}
    proto.get=function View3duint16_get(i0,i1,i2){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]}
    proto.index=function View3duint16_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3duint16_hi(i0,i1,i2){return new View3duint16(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3duint16_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3duint16(this.data,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3duint16_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3duint16(this.data,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3duint16_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3duint16(this.data,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3duint16_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View3duint16(data,shape,stride,offset){return new View3duint16(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,order){
    function View4duint16(a,b0,b1,b2,b3,c0,c1,c2,c3,d){this.data=a;this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=d|0}
    const proto=View4duint16.prototype
    proto.dtype='uint16'
    proto.dimension=4
    Object.defineProperty(proto,'size',{get:function View4duint16_size(){return this.shape[0]*this.shape[1]*this.shape[2]*this.shape[3]}})
    Object.defineProperty(proto,'order',{get:order})
    proto.set=function View4duint16_set(i0,i1,i2,i3,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]=v}
    proto.get=function View4duint16_get(i0,i1,i2,i3){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]}
    proto.index=function View4duint16_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4duint16_hi(i0,i1,i2,i3){return new View4duint16(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4duint16_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4duint16(this.data,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4duint16_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4duint16(this.data,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4duint16_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4duint16(this.data,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4duint16_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=(c+this.stride[3]*i3)|0;else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View4duint16(data,shape,stride,offset){return new View4duint16(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  int32: [
  function(makers,order){
    function View_Nilint32(a){this.data=a;}
    const proto=View_Nilint32.prototype
    proto.dtype='int32'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilint32(this.data)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilint32(a){return new View_Nilint32(a)}}
  },
  function(makers,order){
    function View0dint32(a,d){this.data=a;this.offset=d}
    const proto=View0dint32.prototype
    proto.dtype='int32'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dint32_copy(){return new View0dint32(this.data,this.offset)}
    proto.pick=function View0dint32_pick(){return makers[0](this.data)}
    proto.valueOf=proto.get=function View0dint32_get(){return this.data[this.offset]}
    proto.set=function View0dint32_set(v){return this.data[this.offset]=v}
    return{proto,make:function construct_View0dint32(a,b,c,d){return new View0dint32(a,d)}}
  },
  function(makers,order){
    function View1dint32(a,b0,c0,d){this.data=a;this.shape=[b0];this.stride=[c0];this.offset=d|0}
    const proto=View1dint32.prototype
    proto.dtype='int32'
    proto.dimension=1
    Object.defineProperty(proto,'size',{get:function View1dint32_size(){return this.shape[0]}})
    proto.order=[0]
    proto.set=function View1dint32_set(i0,v){return this.data[this.offset+this.stride[0]*i0]=v}
    proto.get=function View1dint32_get(i0){return this.data[this.offset+this.stride[0]*i0]}
    proto.index=function View1dint32_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dint32_hi(i0){return new View1dint32(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dint32_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dint32(this.data,a0,c0,b)}
    proto.step=function View1dint32_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dint32(this.data,a0,b0,c)}
    proto.transpose=function View1dint32_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dint32(this.data,a[i0],b[i0],this.offset)}
    proto.pick=function View1dint32_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View1dint32(data,shape,stride,offset){return new View1dint32(data,shape[0],stride[0],offset)}}
  },
  function(makers,order){
    function View2dint32(a,b0,b1,c0,c1,d){this.data=a;this.shape=[b0,b1];this.stride=[c0,c1];this.offset=d|0}
    const proto=View2dint32.prototype
    proto.dtype='int32'
    proto.dimension=2
    Object.defineProperty(proto,'size',{get:function View2dint32_size(){return this.shape[0]*this.shape[1]}})
    Object.defineProperty(proto,'order',{get:function View2dint32_order(){return Math.abs(this.stride[0])>Math.abs(this.stride[1])?[1,0]:[0,1]}})
    proto.set=function View2dint32_set(i0,i1,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]=v}
    proto.get=function View2dint32_get(i0,i1){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]}
    proto.index=function View2dint32_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dint32_hi(i0,i1){return new View2dint32(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dint32_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dint32(this.data,a0,a1,c0,c1,b)}
    proto.step=function View2dint32_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dint32(this.data,a0,a1,b0,b1,c)}
    proto.transpose=function View2dint32_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dint32(this.data,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dint32_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View2dint32(data,shape,stride,offset){return new View2dint32(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,order){
    function View3dint32(a,b0,b1,b2,c0,c1,c2,d){this.data=a;this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=d|0}
    const proto=View3dint32.prototype
    proto.dtype='int32'
    proto.dimension=3
    Object.defineProperty(proto,'size',{get:function View3dint32_size(){return this.shape[0]*this.shape[1]*this.shape[2]}})
    Object.defineProperty(proto,'order',{get:function View3dint32_order(){const s0=Math.abs(this.stride[0]),s1=Math.abs(this.stride[1]),s2=Math.abs(this.stride[2]);if(s0>s1){if(s1>s2)return[2,1,0];else if(s0>s2)return[1,2,0];else return[1,0,2]}else if(s0>s2)return[2,0,1];else if(s2>s1)return[0,1,2];else return[0,2,1]}})
    proto.set=function View3dint32_set(i0,i1,i2,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]=v}
    proto.get=function View3dint32_get(i0,i1,i2){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]}
    proto.index=function View3dint32_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dint32_hi(i0,i1,i2){return new View3dint32(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dint32_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dint32(this.data,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dint32_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dint32(this.data,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dint32_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dint32(this.data,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dint32_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View3dint32(data,shape,stride,offset){return new View3dint32(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,order){
    function View4dint32(a,b0,b1,b2,b3,c0,c1,c2,c3,d){this.data=a;this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=d|0}
    const proto=View4dint32.prototype
    proto.dtype='int32'
    proto.dimension=4
    Object.defineProperty(proto,'size',{get:function View4dint32_size(){return this.shape[0]*this.shape[1]*this.shape[2]*this.shape[3]}})
    Object.defineProperty(proto,'order',{get:order})
    proto.set=function View4dint32_set(i0,i1,i2,i3,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]=v}
    proto.get=function View4dint32_get(i0,i1,i2,i3){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]}
    proto.index=function View4dint32_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dint32_hi(i0,i1,i2,i3){return new View4dint32(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dint32_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dint32(this.data,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dint32_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dint32(this.data,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dint32_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dint32(this.data,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dint32_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=(c+this.stride[3]*i3)|0;else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View4dint32(data,shape,stride,offset){return new View4dint32(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  uint32: [
  function(makers,order){
    function View_Niluint32(a){this.data=a;}
    const proto=View_Niluint32.prototype
    proto.dtype='uint32'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Niluint32(this.data)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Niluint32(a){return new View_Niluint32(a)}}
  },
  function(makers,order){
    function View0duint32(a,d){this.data=a;this.offset=d}
    const proto=View0duint32.prototype
    proto.dtype='uint32'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0duint32_copy(){return new View0duint32(this.data,this.offset)}
    proto.pick=function View0duint32_pick(){return makers[0](this.data)}
    proto.valueOf=proto.get=function View0duint32_get(){return this.data[this.offset]}
    proto.set=function View0duint32_set(v){return this.data[this.offset]=v}
    return{proto,make:function construct_View0duint32(a,b,c,d){return new View0duint32(a,d)}}
  },
  function(makers,order){
    function View1duint32(a,b0,c0,d){this.data=a;this.shape=[b0];this.stride=[c0];this.offset=d|0}
    const proto=View1duint32.prototype
    proto.dtype='uint32'
    proto.dimension=1
    Object.defineProperty(proto,'size',{get:function View1duint32_size(){return this.shape[0]}})
    proto.order=[0]
    proto.set=function View1duint32_set(i0,v){return this.data[this.offset+this.stride[0]*i0]=v}
    proto.get=function View1duint32_get(i0){return this.data[this.offset+this.stride[0]*i0]}
    proto.index=function View1duint32_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1duint32_hi(i0){return new View1duint32(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1duint32_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1duint32(this.data,a0,c0,b)}
    proto.step=function View1duint32_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1duint32(this.data,a0,b0,c)}
    proto.transpose=function View1duint32_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1duint32(this.data,a[i0],b[i0],this.offset)}
    proto.pick=function View1duint32_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View1duint32(data,shape,stride,offset){return new View1duint32(data,shape[0],stride[0],offset)}}
  },
  function(makers,order){
    function View2duint32(a,b0,b1,c0,c1,d){this.data=a;this.shape=[b0,b1];this.stride=[c0,c1];this.offset=d|0}
    const proto=View2duint32.prototype
    proto.dtype='uint32'
    proto.dimension=2
    Object.defineProperty(proto,'size',{get:function View2duint32_size(){return this.shape[0]*this.shape[1]}})
    Object.defineProperty(proto,'order',{get:function View2duint32_order(){return Math.abs(this.stride[0])>Math.abs(this.stride[1])?[1,0]:[0,1]}})
    proto.set=function View2duint32_set(i0,i1,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]=v}
    proto.get=function View2duint32_get(i0,i1){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]}
    proto.index=function View2duint32_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2duint32_hi(i0,i1){return new View2duint32(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2duint32_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2duint32(this.data,a0,a1,c0,c1,b)}
    proto.step=function View2duint32_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2duint32(this.data,a0,a1,b0,b1,c)}
    proto.transpose=function View2duint32_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2duint32(this.data,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2duint32_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View2duint32(data,shape,stride,offset){return new View2duint32(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,order){
    function View3duint32(a,b0,b1,b2,c0,c1,c2,d){this.data=a;this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=d|0}
    const proto=View3duint32.prototype
    proto.dtype='uint32'
    proto.dimension=3
    Object.defineProperty(proto,'size',{get:function View3duint32_size(){return this.shape[0]*this.shape[1]*this.shape[2]}})
    Object.defineProperty(proto,'order',{get:function View3duint32_order(){const s0=Math.abs(this.stride[0]),s1=Math.abs(this.stride[1]),s2=Math.abs(this.stride[2]);if(s0>s1){if(s1>s2)return[2,1,0];else if(s0>s2)return[1,2,0];else return[1,0,2]}else if(s0>s2)return[2,0,1];else if(s2>s1)return[0,1,2];else return[0,2,1]}})
    proto.set=function View3duint32_set(i0,i1,i2,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]=v}
    proto.get=function View3duint32_get(i0,i1,i2){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]}
    proto.index=function View3duint32_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3duint32_hi(i0,i1,i2){return new View3duint32(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3duint32_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3duint32(this.data,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3duint32_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3duint32(this.data,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3duint32_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3duint32(this.data,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3duint32_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View3duint32(data,shape,stride,offset){return new View3duint32(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,order){
    function View4duint32(a,b0,b1,b2,b3,c0,c1,c2,c3,d){this.data=a;this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=d|0}
    const proto=View4duint32.prototype
    proto.dtype='uint32'
    proto.dimension=4
    Object.defineProperty(proto,'size',{get:function View4duint32_size(){return this.shape[0]*this.shape[1]*this.shape[2]*this.shape[3]}})
    Object.defineProperty(proto,'order',{get:order})
    proto.set=function View4duint32_set(i0,i1,i2,i3,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]=v}
    proto.get=function View4duint32_get(i0,i1,i2,i3){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]}
    proto.index=function View4duint32_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4duint32_hi(i0,i1,i2,i3){return new View4duint32(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4duint32_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4duint32(this.data,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4duint32_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4duint32(this.data,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4duint32_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4duint32(this.data,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4duint32_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=(c+this.stride[3]*i3)|0;else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View4duint32(data,shape,stride,offset){return new View4duint32(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  bigint64: [
  function(makers,order){
    function View_Nilbigint64(a){this.data=a;}
    const proto=View_Nilbigint64.prototype
    proto.dtype='bigint64'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilbigint64(this.data)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilbigint64(a){return new View_Nilbigint64(a)}}
  },
  function(makers,order){
    function View0dbigint64(a,d){this.data=a;this.offset=d}
    const proto=View0dbigint64.prototype
    proto.dtype='bigint64'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dbigint64_copy(){return new View0dbigint64(this.data,this.offset)}
    proto.pick=function View0dbigint64_pick(){return makers[0](this.data)}
    proto.valueOf=proto.get=function View0dbigint64_get(){return this.data[this.offset]}
    proto.set=function View0dbigint64_set(v){return this.data[this.offset]=v}
    return{proto,make:function construct_View0dbigint64(a,b,c,d){return new View0dbigint64(a,d)}}
  },
  function(makers,order){
    function View1dbigint64(a,b0,c0,d){this.data=a;this.shape=[b0];this.stride=[c0];this.offset=d|0}
    const proto=View1dbigint64.prototype
    proto.dtype='bigint64'
    proto.dimension=1
    Object.defineProperty(proto,'size',{get:function View1dbigint64_size(){return this.shape[0]}})
    proto.order=[0]
    proto.set=function View1dbigint64_set(i0,v){return this.data[this.offset+this.stride[0]*i0]=v}
    proto.get=function View1dbigint64_get(i0){return this.data[this.offset+this.stride[0]*i0]}
    proto.index=function View1dbigint64_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dbigint64_hi(i0){return new View1dbigint64(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dbigint64_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dbigint64(this.data,a0,c0,b)}
    proto.step=function View1dbigint64_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dbigint64(this.data,a0,b0,c)}
    proto.transpose=function View1dbigint64_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dbigint64(this.data,a[i0],b[i0],this.offset)}
    proto.pick=function View1dbigint64_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View1dbigint64(data,shape,stride,offset){return new View1dbigint64(data,shape[0],stride[0],offset)}}
  },
  function(makers,order){
    function View2dbigint64(a,b0,b1,c0,c1,d){this.data=a;this.shape=[b0,b1];this.stride=[c0,c1];this.offset=d|0}
    const proto=View2dbigint64.prototype
    proto.dtype='bigint64'
    proto.dimension=2
    Object.defineProperty(proto,'size',{get:function View2dbigint64_size(){return this.shape[0]*this.shape[1]}})
    Object.defineProperty(proto,'order',{get:function View2dbigint64_order(){return Math.abs(this.stride[0])>Math.abs(this.stride[1])?[1,0]:[0,1]}})
    proto.set=function View2dbigint64_set(i0,i1,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]=v}
    proto.get=function View2dbigint64_get(i0,i1){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]}
    proto.index=function View2dbigint64_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dbigint64_hi(i0,i1){return new View2dbigint64(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dbigint64_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dbigint64(this.data,a0,a1,c0,c1,b)}
    proto.step=function View2dbigint64_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dbigint64(this.data,a0,a1,b0,b1,c)}
    proto.transpose=function View2dbigint64_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dbigint64(this.data,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dbigint64_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View2dbigint64(data,shape,stride,offset){return new View2dbigint64(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,order){
    function View3dbigint64(a,b0,b1,b2,c0,c1,c2,d){this.data=a;this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=d|0}
    const proto=View3dbigint64.prototype
    proto.dtype='bigint64'
    proto.dimension=3
    Object.defineProperty(proto,'size',{get:function View3dbigint64_size(){return this.shape[0]*this.shape[1]*this.shape[2]}})
    Object.defineProperty(proto,'order',{get:function View3dbigint64_order(){const s0=Math.abs(this.stride[0]),s1=Math.abs(this.stride[1]),s2=Math.abs(this.stride[2]);if(s0>s1){if(s1>s2)return[2,1,0];else if(s0>s2)return[1,2,0];else return[1,0,2]}else if(s0>s2)return[2,0,1];else if(s2>s1)return[0,1,2];else return[0,2,1]}})
    proto.set=function View3dbigint64_set(i0,i1,i2,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]=v}
    proto.get=function View3dbigint64_get(i0,i1,i2){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]}
    proto.index=function View3dbigint64_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dbigint64_hi(i0,i1,i2){return new View3dbigint64(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dbigint64_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dbigint64(this.data,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dbigint64_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dbigint64(this.data,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dbigint64_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dbigint64(this.data,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dbigint64_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View3dbigint64(data,shape,stride,offset){return new View3dbigint64(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,order){
    function View4dbigint64(a,b0,b1,b2,b3,c0,c1,c2,c3,d){this.data=a;this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=d|0}
    const proto=View4dbigint64.prototype
    proto.dtype='bigint64'
    proto.dimension=4
    Object.defineProperty(proto,'size',{get:function View4dbigint64_size(){return this.shape[0]*this.shape[1]*this.shape[2]*this.shape[3]}})
    Object.defineProperty(proto,'order',{get:order})
    proto.set=function View4dbigint64_set(i0,i1,i2,i3,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]=v}
    proto.get=function View4dbigint64_get(i0,i1,i2,i3){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]}
    proto.index=function View4dbigint64_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dbigint64_hi(i0,i1,i2,i3){return new View4dbigint64(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dbigint64_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dbigint64(this.data,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dbigint64_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dbigint64(this.data,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dbigint64_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dbigint64(this.data,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dbigint64_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=(c+this.stride[3]*i3)|0;else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View4dbigint64(data,shape,stride,offset){return new View4dbigint64(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  biguint64: [
  function(makers,order){
    function View_Nilbiguint64(a){this.data=a;}
    const proto=View_Nilbiguint64.prototype
    proto.dtype='biguint64'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilbiguint64(this.data)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilbiguint64(a){return new View_Nilbiguint64(a)}}
  },
  function(makers,order){
    function View0dbiguint64(a,d){this.data=a;this.offset=d}
    const proto=View0dbiguint64.prototype
    proto.dtype='biguint64'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dbiguint64_copy(){return new View0dbiguint64(this.data,this.offset)}
    proto.pick=function View0dbiguint64_pick(){return makers[0](this.data)}
    proto.valueOf=proto.get=function View0dbiguint64_get(){return this.data[this.offset]}
    proto.set=function View0dbiguint64_set(v){return this.data[this.offset]=v}
    return{proto,make:function construct_View0dbiguint64(a,b,c,d){return new View0dbiguint64(a,d)}}
  },
  function(makers,order){
    function View1dbiguint64(a,b0,c0,d){this.data=a;this.shape=[b0];this.stride=[c0];this.offset=d|0}
    const proto=View1dbiguint64.prototype
    proto.dtype='biguint64'
    proto.dimension=1
    Object.defineProperty(proto,'size',{get:function View1dbiguint64_size(){return this.shape[0]}})
    proto.order=[0]
    proto.set=function View1dbiguint64_set(i0,v){return this.data[this.offset+this.stride[0]*i0]=v}
    proto.get=function View1dbiguint64_get(i0){return this.data[this.offset+this.stride[0]*i0]}
    proto.index=function View1dbiguint64_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dbiguint64_hi(i0){return new View1dbiguint64(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dbiguint64_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dbiguint64(this.data,a0,c0,b)}
    proto.step=function View1dbiguint64_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dbiguint64(this.data,a0,b0,c)}
    proto.transpose=function View1dbiguint64_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dbiguint64(this.data,a[i0],b[i0],this.offset)}
    proto.pick=function View1dbiguint64_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View1dbiguint64(data,shape,stride,offset){return new View1dbiguint64(data,shape[0],stride[0],offset)}}
  },
  function(makers,order){
    function View2dbiguint64(a,b0,b1,c0,c1,d){this.data=a;this.shape=[b0,b1];this.stride=[c0,c1];this.offset=d|0}
    const proto=View2dbiguint64.prototype
    proto.dtype='biguint64'
    proto.dimension=2
    Object.defineProperty(proto,'size',{get:function View2dbiguint64_size(){return this.shape[0]*this.shape[1]}})
    Object.defineProperty(proto,'order',{get:function View2dbiguint64_order(){return Math.abs(this.stride[0])>Math.abs(this.stride[1])?[1,0]:[0,1]}})
    proto.set=function View2dbiguint64_set(i0,i1,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]=v}
    proto.get=function View2dbiguint64_get(i0,i1){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]}
    proto.index=function View2dbiguint64_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dbiguint64_hi(i0,i1){return new View2dbiguint64(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dbiguint64_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dbiguint64(this.data,a0,a1,c0,c1,b)}
    proto.step=function View2dbiguint64_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dbiguint64(this.data,a0,a1,b0,b1,c)}
    proto.transpose=function View2dbiguint64_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dbiguint64(this.data,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dbiguint64_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View2dbiguint64(data,shape,stride,offset){return new View2dbiguint64(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,order){
    function View3dbiguint64(a,b0,b1,b2,c0,c1,c2,d){this.data=a;this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=d|0}
    const proto=View3dbiguint64.prototype
    proto.dtype='biguint64'
    proto.dimension=3
    Object.defineProperty(proto,'size',{get:function View3dbiguint64_size(){return this.shape[0]*this.shape[1]*this.shape[2]}})
    Object.defineProperty(proto,'order',{get:function View3dbiguint64_order(){const s0=Math.abs(this.stride[0]),s1=Math.abs(this.stride[1]),s2=Math.abs(this.stride[2]);if(s0>s1){if(s1>s2)return[2,1,0];else if(s0>s2)return[1,2,0];else return[1,0,2]}else if(s0>s2)return[2,0,1];else if(s2>s1)return[0,1,2];else return[0,2,1]}})
    proto.set=function View3dbiguint64_set(i0,i1,i2,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]=v}
    proto.get=function View3dbiguint64_get(i0,i1,i2){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]}
    proto.index=function View3dbiguint64_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dbiguint64_hi(i0,i1,i2){return new View3dbiguint64(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dbiguint64_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dbiguint64(this.data,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dbiguint64_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dbiguint64(this.data,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dbiguint64_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dbiguint64(this.data,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dbiguint64_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View3dbiguint64(data,shape,stride,offset){return new View3dbiguint64(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,order){
    function View4dbiguint64(a,b0,b1,b2,b3,c0,c1,c2,c3,d){this.data=a;this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=d|0}
    const proto=View4dbiguint64.prototype
    proto.dtype='biguint64'
    proto.dimension=4
    Object.defineProperty(proto,'size',{get:function View4dbiguint64_size(){return this.shape[0]*this.shape[1]*this.shape[2]*this.shape[3]}})
    Object.defineProperty(proto,'order',{get:order})
    proto.set=function View4dbiguint64_set(i0,i1,i2,i3,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]=v}
    proto.get=function View4dbiguint64_get(i0,i1,i2,i3){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]}
    proto.index=function View4dbiguint64_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dbiguint64_hi(i0,i1,i2,i3){return new View4dbiguint64(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dbiguint64_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dbiguint64(this.data,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dbiguint64_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dbiguint64(this.data,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dbiguint64_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dbiguint64(this.data,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dbiguint64_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=(c+this.stride[3]*i3)|0;else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View4dbiguint64(data,shape,stride,offset){return new View4dbiguint64(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  float32: [
  function(makers,order){
    function View_Nilfloat32(a){this.data=a;}
    const proto=View_Nilfloat32.prototype
    proto.dtype='float32'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilfloat32(this.data)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilfloat32(a){return new View_Nilfloat32(a)}}
  },
  function(makers,order){
    function View0dfloat32(a,d){this.data=a;this.offset=d}
    const proto=View0dfloat32.prototype
    proto.dtype='float32'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dfloat32_copy(){return new View0dfloat32(this.data,this.offset)}
    proto.pick=function View0dfloat32_pick(){return makers[0](this.data)}
    proto.valueOf=proto.get=function View0dfloat32_get(){return this.data[this.offset]}
    proto.set=function View0dfloat32_set(v){return this.data[this.offset]=v}
    return{proto,make:function construct_View0dfloat32(a,b,c,d){return new View0dfloat32(a,d)}}
  },
  function(makers,order){
    function View1dfloat32(a,b0,c0,d){this.data=a;this.shape=[b0];this.stride=[c0];this.offset=d|0}
    const proto=View1dfloat32.prototype
    proto.dtype='float32'
    proto.dimension=1
    Object.defineProperty(proto,'size',{get:function View1dfloat32_size(){return this.shape[0]}})
    proto.order=[0]
    proto.set=function View1dfloat32_set(i0,v){return this.data[this.offset+this.stride[0]*i0]=v}
    proto.get=function View1dfloat32_get(i0){return this.data[this.offset+this.stride[0]*i0]}
    proto.index=function View1dfloat32_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dfloat32_hi(i0){return new View1dfloat32(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dfloat32_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dfloat32(this.data,a0,c0,b)}
    proto.step=function View1dfloat32_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dfloat32(this.data,a0,b0,c)}
    proto.transpose=function View1dfloat32_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dfloat32(this.data,a[i0],b[i0],this.offset)}
    proto.pick=function View1dfloat32_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View1dfloat32(data,shape,stride,offset){return new View1dfloat32(data,shape[0],stride[0],offset)}}
  },
  function(makers,order){
    function View2dfloat32(a,b0,b1,c0,c1,d){this.data=a;this.shape=[b0,b1];this.stride=[c0,c1];this.offset=d|0}
    const proto=View2dfloat32.prototype
    proto.dtype='float32'
    proto.dimension=2
    Object.defineProperty(proto,'size',{get:function View2dfloat32_size(){return this.shape[0]*this.shape[1]}})
    Object.defineProperty(proto,'order',{get:function View2dfloat32_order(){return Math.abs(this.stride[0])>Math.abs(this.stride[1])?[1,0]:[0,1]}})
    proto.set=function View2dfloat32_set(i0,i1,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]=v}
    proto.get=function View2dfloat32_get(i0,i1){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]}
    proto.index=function View2dfloat32_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dfloat32_hi(i0,i1){return new View2dfloat32(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dfloat32_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dfloat32(this.data,a0,a1,c0,c1,b)}
    proto.step=function View2dfloat32_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dfloat32(this.data,a0,a1,b0,b1,c)}
    proto.transpose=function View2dfloat32_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dfloat32(this.data,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dfloat32_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View2dfloat32(data,shape,stride,offset){return new View2dfloat32(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,order){
    function View3dfloat32(a,b0,b1,b2,c0,c1,c2,d){this.data=a;this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=d|0}
    const proto=View3dfloat32.prototype
    proto.dtype='float32'
    proto.dimension=3
    Object.defineProperty(proto,'size',{get:function View3dfloat32_size(){return this.shape[0]*this.shape[1]*this.shape[2]}})
    Object.defineProperty(proto,'order',{get:function View3dfloat32_order(){const s0=Math.abs(this.stride[0]),s1=Math.abs(this.stride[1]),s2=Math.abs(this.stride[2]);if(s0>s1){if(s1>s2)return[2,1,0];else if(s0>s2)return[1,2,0];else return[1,0,2]}else if(s0>s2)return[2,0,1];else if(s2>s1)return[0,1,2];else return[0,2,1]}})
    proto.set=function View3dfloat32_set(i0,i1,i2,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]=v}
    proto.get=function View3dfloat32_get(i0,i1,i2){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]}
    proto.index=function View3dfloat32_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dfloat32_hi(i0,i1,i2){return new View3dfloat32(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dfloat32_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dfloat32(this.data,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dfloat32_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dfloat32(this.data,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dfloat32_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dfloat32(this.data,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dfloat32_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View3dfloat32(data,shape,stride,offset){return new View3dfloat32(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,order){
    function View4dfloat32(a,b0,b1,b2,b3,c0,c1,c2,c3,d){this.data=a;this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=d|0}
    const proto=View4dfloat32.prototype
    proto.dtype='float32'
    proto.dimension=4
    Object.defineProperty(proto,'size',{get:function View4dfloat32_size(){return this.shape[0]*this.shape[1]*this.shape[2]*this.shape[3]}})
    Object.defineProperty(proto,'order',{get:order})
    proto.set=function View4dfloat32_set(i0,i1,i2,i3,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]=v}
    proto.get=function View4dfloat32_get(i0,i1,i2,i3){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]}
    proto.index=function View4dfloat32_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dfloat32_hi(i0,i1,i2,i3){return new View4dfloat32(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dfloat32_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dfloat32(this.data,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dfloat32_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dfloat32(this.data,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dfloat32_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dfloat32(this.data,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dfloat32_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=(c+this.stride[3]*i3)|0;else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View4dfloat32(data,shape,stride,offset){return new View4dfloat32(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  float64: [
  function(makers,order){
    function View_Nilfloat64(a){this.data=a;}
    const proto=View_Nilfloat64.prototype
    proto.dtype='float64'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilfloat64(this.data)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilfloat64(a){return new View_Nilfloat64(a)}}
  },
  function(makers,order){
    function View0dfloat64(a,d){this.data=a;this.offset=d}
    const proto=View0dfloat64.prototype
    proto.dtype='float64'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dfloat64_copy(){return new View0dfloat64(this.data,this.offset)}
    proto.pick=function View0dfloat64_pick(){return makers[0](this.data)}
    proto.valueOf=proto.get=function View0dfloat64_get(){return this.data[this.offset]}
    proto.set=function View0dfloat64_set(v){return this.data[this.offset]=v}
    return{proto,make:function construct_View0dfloat64(a,b,c,d){return new View0dfloat64(a,d)}}
  },
  function(makers,order){
    function View1dfloat64(a,b0,c0,d){this.data=a;this.shape=[b0];this.stride=[c0];this.offset=d|0}
    const proto=View1dfloat64.prototype
    proto.dtype='float64'
    proto.dimension=1
    Object.defineProperty(proto,'size',{get:function View1dfloat64_size(){return this.shape[0]}})
    proto.order=[0]
    proto.set=function View1dfloat64_set(i0,v){return this.data[this.offset+this.stride[0]*i0]=v}
    proto.get=function View1dfloat64_get(i0){return this.data[this.offset+this.stride[0]*i0]}
    proto.index=function View1dfloat64_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dfloat64_hi(i0){return new View1dfloat64(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dfloat64_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dfloat64(this.data,a0,c0,b)}
    proto.step=function View1dfloat64_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dfloat64(this.data,a0,b0,c)}
    proto.transpose=function View1dfloat64_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dfloat64(this.data,a[i0],b[i0],this.offset)}
    proto.pick=function View1dfloat64_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View1dfloat64(data,shape,stride,offset){return new View1dfloat64(data,shape[0],stride[0],offset)}}
  },
  function(makers,order){
    function View2dfloat64(a,b0,b1,c0,c1,d){this.data=a;this.shape=[b0,b1];this.stride=[c0,c1];this.offset=d|0}
    const proto=View2dfloat64.prototype
    proto.dtype='float64'
    proto.dimension=2
    Object.defineProperty(proto,'size',{get:function View2dfloat64_size(){return this.shape[0]*this.shape[1]}})
    Object.defineProperty(proto,'order',{get:function View2dfloat64_order(){return Math.abs(this.stride[0])>Math.abs(this.stride[1])?[1,0]:[0,1]}})
    proto.set=function View2dfloat64_set(i0,i1,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]=v}
    proto.get=function View2dfloat64_get(i0,i1){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]}
    proto.index=function View2dfloat64_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dfloat64_hi(i0,i1){return new View2dfloat64(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dfloat64_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dfloat64(this.data,a0,a1,c0,c1,b)}
    proto.step=function View2dfloat64_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dfloat64(this.data,a0,a1,b0,b1,c)}
    proto.transpose=function View2dfloat64_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dfloat64(this.data,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dfloat64_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View2dfloat64(data,shape,stride,offset){return new View2dfloat64(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,order){
    function View3dfloat64(a,b0,b1,b2,c0,c1,c2,d){this.data=a;this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=d|0}
    const proto=View3dfloat64.prototype
    proto.dtype='float64'
    proto.dimension=3
    Object.defineProperty(proto,'size',{get:function View3dfloat64_size(){return this.shape[0]*this.shape[1]*this.shape[2]}})
    Object.defineProperty(proto,'order',{get:function View3dfloat64_order(){const s0=Math.abs(this.stride[0]),s1=Math.abs(this.stride[1]),s2=Math.abs(this.stride[2]);if(s0>s1){if(s1>s2)return[2,1,0];else if(s0>s2)return[1,2,0];else return[1,0,2]}else if(s0>s2)return[2,0,1];else if(s2>s1)return[0,1,2];else return[0,2,1]}})
    proto.set=function View3dfloat64_set(i0,i1,i2,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]=v}
    proto.get=function View3dfloat64_get(i0,i1,i2){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]}
    proto.index=function View3dfloat64_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dfloat64_hi(i0,i1,i2){return new View3dfloat64(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dfloat64_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dfloat64(this.data,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dfloat64_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dfloat64(this.data,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dfloat64_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dfloat64(this.data,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dfloat64_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View3dfloat64(data,shape,stride,offset){return new View3dfloat64(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,order){
    function View4dfloat64(a,b0,b1,b2,b3,c0,c1,c2,c3,d){this.data=a;this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=d|0}
    const proto=View4dfloat64.prototype
    proto.dtype='float64'
    proto.dimension=4
    Object.defineProperty(proto,'size',{get:function View4dfloat64_size(){return this.shape[0]*this.shape[1]*this.shape[2]*this.shape[3]}})
    Object.defineProperty(proto,'order',{get:order})
    proto.set=function View4dfloat64_set(i0,i1,i2,i3,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]=v}
    proto.get=function View4dfloat64_get(i0,i1,i2,i3){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]}
    proto.index=function View4dfloat64_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dfloat64_hi(i0,i1,i2,i3){return new View4dfloat64(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dfloat64_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dfloat64(this.data,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dfloat64_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dfloat64(this.data,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dfloat64_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dfloat64(this.data,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dfloat64_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=(c+this.stride[3]*i3)|0;else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View4dfloat64(data,shape,stride,offset){return new View4dfloat64(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  uint8_clamped: [
  function(makers,order){
    function View_Niluint8_clamped(a){this.data=a;}
    const proto=View_Niluint8_clamped.prototype
    proto.dtype='uint8_clamped'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Niluint8_clamped(this.data)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Niluint8_clamped(a){return new View_Niluint8_clamped(a)}}
  },
  function(makers,order){
    function View0duint8_clamped(a,d){this.data=a;this.offset=d}
    const proto=View0duint8_clamped.prototype
    proto.dtype='uint8_clamped'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0duint8_clamped_copy(){return new View0duint8_clamped(this.data,this.offset)}
    proto.pick=function View0duint8_clamped_pick(){return makers[0](this.data)}
    proto.valueOf=proto.get=function View0duint8_clamped_get(){return this.data[this.offset]}
    proto.set=function View0duint8_clamped_set(v){return this.data[this.offset]=v}
    return{proto,make:function construct_View0duint8_clamped(a,b,c,d){return new View0duint8_clamped(a,d)}}
  },
  function(makers,order){
    function View1duint8_clamped(a,b0,c0,d){this.data=a;this.shape=[b0];this.stride=[c0];this.offset=d|0}
    const proto=View1duint8_clamped.prototype
    proto.dtype='uint8_clamped'
    proto.dimension=1
    Object.defineProperty(proto,'size',{get:function View1duint8_clamped_size(){return this.shape[0]}})
    proto.order=[0]
    proto.set=function View1duint8_clamped_set(i0,v){return this.data[this.offset+this.stride[0]*i0]=v}
    proto.get=function View1duint8_clamped_get(i0){return this.data[this.offset+this.stride[0]*i0]}
    proto.index=function View1duint8_clamped_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1duint8_clamped_hi(i0){return new View1duint8_clamped(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1duint8_clamped_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1duint8_clamped(this.data,a0,c0,b)}
    proto.step=function View1duint8_clamped_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1duint8_clamped(this.data,a0,b0,c)}
    proto.transpose=function View1duint8_clamped_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1duint8_clamped(this.data,a[i0],b[i0],this.offset)}
    proto.pick=function View1duint8_clamped_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View1duint8_clamped(data,shape,stride,offset){return new View1duint8_clamped(data,shape[0],stride[0],offset)}}
  },
  function(makers,order){
    function View2duint8_clamped(a,b0,b1,c0,c1,d){this.data=a;this.shape=[b0,b1];this.stride=[c0,c1];this.offset=d|0}
    const proto=View2duint8_clamped.prototype
    proto.dtype='uint8_clamped'
    proto.dimension=2
    Object.defineProperty(proto,'size',{get:function View2duint8_clamped_size(){return this.shape[0]*this.shape[1]}})
    Object.defineProperty(proto,'order',{get:function View2duint8_clamped_order(){return Math.abs(this.stride[0])>Math.abs(this.stride[1])?[1,0]:[0,1]}})
    proto.set=function View2duint8_clamped_set(i0,i1,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]=v}
    proto.get=function View2duint8_clamped_get(i0,i1){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]}
    proto.index=function View2duint8_clamped_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2duint8_clamped_hi(i0,i1){return new View2duint8_clamped(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2duint8_clamped_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2duint8_clamped(this.data,a0,a1,c0,c1,b)}
    proto.step=function View2duint8_clamped_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2duint8_clamped(this.data,a0,a1,b0,b1,c)}
    proto.transpose=function View2duint8_clamped_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2duint8_clamped(this.data,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2duint8_clamped_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View2duint8_clamped(data,shape,stride,offset){return new View2duint8_clamped(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,order){
    function View3duint8_clamped(a,b0,b1,b2,c0,c1,c2,d){this.data=a;this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=d|0}
    const proto=View3duint8_clamped.prototype
    proto.dtype='uint8_clamped'
    proto.dimension=3
    Object.defineProperty(proto,'size',{get:function View3duint8_clamped_size(){return this.shape[0]*this.shape[1]*this.shape[2]}})
    Object.defineProperty(proto,'order',{get:function View3duint8_clamped_order(){const s0=Math.abs(this.stride[0]),s1=Math.abs(this.stride[1]),s2=Math.abs(this.stride[2]);if(s0>s1){if(s1>s2)return[2,1,0];else if(s0>s2)return[1,2,0];else return[1,0,2]}else if(s0>s2)return[2,0,1];else if(s2>s1)return[0,1,2];else return[0,2,1]}})
    proto.set=function View3duint8_clamped_set(i0,i1,i2,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]=v}
    proto.get=function View3duint8_clamped_get(i0,i1,i2){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]}
    proto.index=function View3duint8_clamped_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3duint8_clamped_hi(i0,i1,i2){return new View3duint8_clamped(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3duint8_clamped_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3duint8_clamped(this.data,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3duint8_clamped_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3duint8_clamped(this.data,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3duint8_clamped_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3duint8_clamped(this.data,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3duint8_clamped_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View3duint8_clamped(data,shape,stride,offset){return new View3duint8_clamped(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,order){
    function View4duint8_clamped(a,b0,b1,b2,b3,c0,c1,c2,c3,d){this.data=a;this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=d|0}
    const proto=View4duint8_clamped.prototype
    proto.dtype='uint8_clamped'
    proto.dimension=4
    Object.defineProperty(proto,'size',{get:function View4duint8_clamped_size(){return this.shape[0]*this.shape[1]*this.shape[2]*this.shape[3]}})
    Object.defineProperty(proto,'order',{get:order})
    proto.set=function View4duint8_clamped_set(i0,i1,i2,i3,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]=v}
    proto.get=function View4duint8_clamped_get(i0,i1,i2,i3){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]}
    proto.index=function View4duint8_clamped_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4duint8_clamped_hi(i0,i1,i2,i3){return new View4duint8_clamped(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4duint8_clamped_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4duint8_clamped(this.data,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4duint8_clamped_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4duint8_clamped(this.data,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4duint8_clamped_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4duint8_clamped(this.data,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4duint8_clamped_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=(c+this.stride[3]*i3)|0;else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View4duint8_clamped(data,shape,stride,offset){return new View4duint8_clamped(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  float16: [
  function(makers,order){
    function View_Nilfloat16(a){this.data=a;}
    const proto=View_Nilfloat16.prototype
    proto.dtype='float16'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilfloat16(this.data)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilfloat16(a){return new View_Nilfloat16(a)}}
  },
  function(makers,order){
    function View0dfloat16(a,d){this.data=a;this.offset=d}
    const proto=View0dfloat16.prototype
    proto.dtype='float16'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dfloat16_copy(){return new View0dfloat16(this.data,this.offset)}
    proto.pick=function View0dfloat16_pick(){return makers[0](this.data)}
    proto.valueOf=proto.get=function View0dfloat16_get(){return this.data[this.offset]}
    proto.set=function View0dfloat16_set(v){return this.data[this.offset]=v}
    return{proto,make:function construct_View0dfloat16(a,b,c,d){return new View0dfloat16(a,d)}}
  },
  function(makers,order){
    function View1dfloat16(a,b0,c0,d){this.data=a;this.shape=[b0];this.stride=[c0];this.offset=d|0}
    const proto=View1dfloat16.prototype
    proto.dtype='float16'
    proto.dimension=1
    Object.defineProperty(proto,'size',{get:function View1dfloat16_size(){return this.shape[0]}})
    proto.order=[0]
    proto.set=function View1dfloat16_set(i0,v){return this.data[this.offset+this.stride[0]*i0]=v}
    proto.get=function View1dfloat16_get(i0){return this.data[this.offset+this.stride[0]*i0]}
    proto.index=function View1dfloat16_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dfloat16_hi(i0){return new View1dfloat16(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dfloat16_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dfloat16(this.data,a0,c0,b)}
    proto.step=function View1dfloat16_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dfloat16(this.data,a0,b0,c)}
    proto.transpose=function View1dfloat16_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dfloat16(this.data,a[i0],b[i0],this.offset)}
    proto.pick=function View1dfloat16_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View1dfloat16(data,shape,stride,offset){return new View1dfloat16(data,shape[0],stride[0],offset)}}
  },
  function(makers,order){
    function View2dfloat16(a,b0,b1,c0,c1,d){this.data=a;this.shape=[b0,b1];this.stride=[c0,c1];this.offset=d|0}
    const proto=View2dfloat16.prototype
    proto.dtype='float16'
    proto.dimension=2
    Object.defineProperty(proto,'size',{get:function View2dfloat16_size(){return this.shape[0]*this.shape[1]}})
    Object.defineProperty(proto,'order',{get:function View2dfloat16_order(){return Math.abs(this.stride[0])>Math.abs(this.stride[1])?[1,0]:[0,1]}})
    proto.set=function View2dfloat16_set(i0,i1,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]=v}
    proto.get=function View2dfloat16_get(i0,i1){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]}
    proto.index=function View2dfloat16_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dfloat16_hi(i0,i1){return new View2dfloat16(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dfloat16_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dfloat16(this.data,a0,a1,c0,c1,b)}
    proto.step=function View2dfloat16_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dfloat16(this.data,a0,a1,b0,b1,c)}
    proto.transpose=function View2dfloat16_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dfloat16(this.data,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dfloat16_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View2dfloat16(data,shape,stride,offset){return new View2dfloat16(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,order){
    function View3dfloat16(a,b0,b1,b2,c0,c1,c2,d){this.data=a;this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=d|0}
    const proto=View3dfloat16.prototype
    proto.dtype='float16'
    proto.dimension=3
    Object.defineProperty(proto,'size',{get:function View3dfloat16_size(){return this.shape[0]*this.shape[1]*this.shape[2]}})
    Object.defineProperty(proto,'order',{get:function View3dfloat16_order(){const s0=Math.abs(this.stride[0]),s1=Math.abs(this.stride[1]),s2=Math.abs(this.stride[2]);if(s0>s1){if(s1>s2)return[2,1,0];else if(s0>s2)return[1,2,0];else return[1,0,2]}else if(s0>s2)return[2,0,1];else if(s2>s1)return[0,1,2];else return[0,2,1]}})
    proto.set=function View3dfloat16_set(i0,i1,i2,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]=v}
    proto.get=function View3dfloat16_get(i0,i1,i2){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]}
    proto.index=function View3dfloat16_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dfloat16_hi(i0,i1,i2){return new View3dfloat16(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dfloat16_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dfloat16(this.data,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dfloat16_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dfloat16(this.data,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dfloat16_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dfloat16(this.data,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dfloat16_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View3dfloat16(data,shape,stride,offset){return new View3dfloat16(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,order){
    function View4dfloat16(a,b0,b1,b2,b3,c0,c1,c2,c3,d){this.data=a;this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=d|0}
    const proto=View4dfloat16.prototype
    proto.dtype='float16'
    proto.dimension=4
    Object.defineProperty(proto,'size',{get:function View4dfloat16_size(){return this.shape[0]*this.shape[1]*this.shape[2]*this.shape[3]}})
    Object.defineProperty(proto,'order',{get:order})
    proto.set=function View4dfloat16_set(i0,i1,i2,i3,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]=v}
    proto.get=function View4dfloat16_get(i0,i1,i2,i3){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]}
    proto.index=function View4dfloat16_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dfloat16_hi(i0,i1,i2,i3){return new View4dfloat16(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dfloat16_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dfloat16(this.data,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dfloat16_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dfloat16(this.data,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dfloat16_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dfloat16(this.data,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dfloat16_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=(c+this.stride[3]*i3)|0;else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View4dfloat16(data,shape,stride,offset){return new View4dfloat16(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  array: [
  function(makers,order){
    function View_Nilarray(a){this.data=a;}
    const proto=View_Nilarray.prototype
    proto.dtype='array'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilarray(this.data)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilarray(a){return new View_Nilarray(a)}}
  },
  function(makers,order){
    function View0darray(a,d){this.data=a;this.offset=d}
    const proto=View0darray.prototype
    proto.dtype='array'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0darray_copy(){return new View0darray(this.data,this.offset)}
    proto.pick=function View0darray_pick(){return makers[0](this.data)}
    proto.valueOf=proto.get=function View0darray_get(){return this.data[this.offset]}
    proto.set=function View0darray_set(v){return this.data[this.offset]=v}
    return{proto,make:function construct_View0darray(a,b,c,d){return new View0darray(a,d)}}
  },
  function(makers,order){
    function View1darray(a,b0,c0,d){this.data=a;this.shape=[b0];this.stride=[c0];this.offset=d|0}
    const proto=View1darray.prototype
    proto.dtype='array'
    proto.dimension=1
    Object.defineProperty(proto,'size',{get:function View1darray_size(){return this.shape[0]}})
    proto.order=[0]
    proto.set=function View1darray_set(i0,v){return this.data[this.offset+this.stride[0]*i0]=v}
    proto.get=function View1darray_get(i0){return this.data[this.offset+this.stride[0]*i0]}
    proto.index=function View1darray_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1darray_hi(i0){return new View1darray(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1darray_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1darray(this.data,a0,c0,b)}
    proto.step=function View1darray_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1darray(this.data,a0,b0,c)}
    proto.transpose=function View1darray_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1darray(this.data,a[i0],b[i0],this.offset)}
    proto.pick=function View1darray_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View1darray(data,shape,stride,offset){return new View1darray(data,shape[0],stride[0],offset)}}
  },
  function(makers,order){
    function View2darray(a,b0,b1,c0,c1,d){this.data=a;this.shape=[b0,b1];this.stride=[c0,c1];this.offset=d|0}
    const proto=View2darray.prototype
    proto.dtype='array'
    proto.dimension=2
    Object.defineProperty(proto,'size',{get:function View2darray_size(){return this.shape[0]*this.shape[1]}})
    Object.defineProperty(proto,'order',{get:function View2darray_order(){return Math.abs(this.stride[0])>Math.abs(this.stride[1])?[1,0]:[0,1]}})
    proto.set=function View2darray_set(i0,i1,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]=v}
    proto.get=function View2darray_get(i0,i1){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]}
    proto.index=function View2darray_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2darray_hi(i0,i1){return new View2darray(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2darray_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2darray(this.data,a0,a1,c0,c1,b)}
    proto.step=function View2darray_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2darray(this.data,a0,a1,b0,b1,c)}
    proto.transpose=function View2darray_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2darray(this.data,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2darray_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View2darray(data,shape,stride,offset){return new View2darray(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,order){
    function View3darray(a,b0,b1,b2,c0,c1,c2,d){this.data=a;this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=d|0}
    const proto=View3darray.prototype
    proto.dtype='array'
    proto.dimension=3
    Object.defineProperty(proto,'size',{get:function View3darray_size(){return this.shape[0]*this.shape[1]*this.shape[2]}})
    Object.defineProperty(proto,'order',{get:function View3darray_order(){const s0=Math.abs(this.stride[0]),s1=Math.abs(this.stride[1]),s2=Math.abs(this.stride[2]);if(s0>s1){if(s1>s2)return[2,1,0];else if(s0>s2)return[1,2,0];else return[1,0,2]}else if(s0>s2)return[2,0,1];else if(s2>s1)return[0,1,2];else return[0,2,1]}})
    proto.set=function View3darray_set(i0,i1,i2,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]=v}
    proto.get=function View3darray_get(i0,i1,i2){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]}
    proto.index=function View3darray_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3darray_hi(i0,i1,i2){return new View3darray(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3darray_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3darray(this.data,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3darray_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3darray(this.data,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3darray_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3darray(this.data,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3darray_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View3darray(data,shape,stride,offset){return new View3darray(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,order){
    function View4darray(a,b0,b1,b2,b3,c0,c1,c2,c3,d){this.data=a;this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=d|0}
    const proto=View4darray.prototype
    proto.dtype='array'
    proto.dimension=4
    Object.defineProperty(proto,'size',{get:function View4darray_size(){return this.shape[0]*this.shape[1]*this.shape[2]*this.shape[3]}})
    Object.defineProperty(proto,'order',{get:order})
    proto.set=function View4darray_set(i0,i1,i2,i3,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]=v}
    proto.get=function View4darray_get(i0,i1,i2,i3){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]}
    proto.index=function View4darray_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4darray_hi(i0,i1,i2,i3){return new View4darray(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4darray_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4darray(this.data,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4darray_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4darray(this.data,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4darray_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4darray(this.data,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4darray_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=(c+this.stride[3]*i3)|0;else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View4darray(data,shape,stride,offset){return new View4darray(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  buffer: [
  function(makers,order){
    function View_Nilbuffer(a){this.data=a;}
    const proto=View_Nilbuffer.prototype
    proto.dtype='buffer'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilbuffer(this.data)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilbuffer(a){return new View_Nilbuffer(a)}}
  },
  function(makers,order){
    function View0dbuffer(a,d){this.data=a;this.offset=d}
    const proto=View0dbuffer.prototype
    proto.dtype='buffer'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dbuffer_copy(){return new View0dbuffer(this.data,this.offset)}
    proto.pick=function View0dbuffer_pick(){return makers[0](this.data)}
    proto.valueOf=proto.get=function View0dbuffer_get(){return this.data[this.offset]}
    proto.set=function View0dbuffer_set(v){return this.data[this.offset]=v}
    return{proto,make:function construct_View0dbuffer(a,b,c,d){return new View0dbuffer(a,d)}}
  },
  function(makers,order){
    function View1dbuffer(a,b0,c0,d){this.data=a;this.shape=[b0];this.stride=[c0];this.offset=d|0}
    const proto=View1dbuffer.prototype
    proto.dtype='buffer'
    proto.dimension=1
    Object.defineProperty(proto,'size',{get:function View1dbuffer_size(){return this.shape[0]}})
    proto.order=[0]
    proto.set=function View1dbuffer_set(i0,v){return this.data[this.offset+this.stride[0]*i0]=v}
    proto.get=function View1dbuffer_get(i0){return this.data[this.offset+this.stride[0]*i0]}
    proto.index=function View1dbuffer_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dbuffer_hi(i0){return new View1dbuffer(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dbuffer_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dbuffer(this.data,a0,c0,b)}
    proto.step=function View1dbuffer_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dbuffer(this.data,a0,b0,c)}
    proto.transpose=function View1dbuffer_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dbuffer(this.data,a[i0],b[i0],this.offset)}
    proto.pick=function View1dbuffer_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View1dbuffer(data,shape,stride,offset){return new View1dbuffer(data,shape[0],stride[0],offset)}}
  },
  function(makers,order){
    function View2dbuffer(a,b0,b1,c0,c1,d){this.data=a;this.shape=[b0,b1];this.stride=[c0,c1];this.offset=d|0}
    const proto=View2dbuffer.prototype
    proto.dtype='buffer'
    proto.dimension=2
    Object.defineProperty(proto,'size',{get:function View2dbuffer_size(){return this.shape[0]*this.shape[1]}})
    Object.defineProperty(proto,'order',{get:function View2dbuffer_order(){return Math.abs(this.stride[0])>Math.abs(this.stride[1])?[1,0]:[0,1]}})
    proto.set=function View2dbuffer_set(i0,i1,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]=v}
    proto.get=function View2dbuffer_get(i0,i1){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1]}
    proto.index=function View2dbuffer_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dbuffer_hi(i0,i1){return new View2dbuffer(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dbuffer_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dbuffer(this.data,a0,a1,c0,c1,b)}
    proto.step=function View2dbuffer_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dbuffer(this.data,a0,a1,b0,b1,c)}
    proto.transpose=function View2dbuffer_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dbuffer(this.data,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dbuffer_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View2dbuffer(data,shape,stride,offset){return new View2dbuffer(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,order){
    function View3dbuffer(a,b0,b1,b2,c0,c1,c2,d){this.data=a;this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=d|0}
    const proto=View3dbuffer.prototype
    proto.dtype='buffer'
    proto.dimension=3
    Object.defineProperty(proto,'size',{get:function View3dbuffer_size(){return this.shape[0]*this.shape[1]*this.shape[2]}})
    Object.defineProperty(proto,'order',{get:function View3dbuffer_order(){const s0=Math.abs(this.stride[0]),s1=Math.abs(this.stride[1]),s2=Math.abs(this.stride[2]);if(s0>s1){if(s1>s2)return[2,1,0];else if(s0>s2)return[1,2,0];else return[1,0,2]}else if(s0>s2)return[2,0,1];else if(s2>s1)return[0,1,2];else return[0,2,1]}})
    proto.set=function View3dbuffer_set(i0,i1,i2,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]=v}
    proto.get=function View3dbuffer_get(i0,i1,i2){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2]}
    proto.index=function View3dbuffer_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dbuffer_hi(i0,i1,i2){return new View3dbuffer(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dbuffer_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dbuffer(this.data,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dbuffer_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dbuffer(this.data,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dbuffer_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dbuffer(this.data,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dbuffer_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View3dbuffer(data,shape,stride,offset){return new View3dbuffer(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,order){
    function View4dbuffer(a,b0,b1,b2,b3,c0,c1,c2,c3,d){this.data=a;this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=d|0}
    const proto=View4dbuffer.prototype
    proto.dtype='buffer'
    proto.dimension=4
    Object.defineProperty(proto,'size',{get:function View4dbuffer_size(){return this.shape[0]*this.shape[1]*this.shape[2]*this.shape[3]}})
    Object.defineProperty(proto,'order',{get:order})
    proto.set=function View4dbuffer_set(i0,i1,i2,i3,v){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]=v}
    proto.get=function View4dbuffer_get(i0,i1,i2,i3){return this.data[this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3]}
    proto.index=function View4dbuffer_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dbuffer_hi(i0,i1,i2,i3){return new View4dbuffer(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dbuffer_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dbuffer(this.data,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dbuffer_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dbuffer(this.data,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dbuffer_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dbuffer(this.data,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dbuffer_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=(c+this.stride[3]*i3)|0;else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View4dbuffer(data,shape,stride,offset){return new View4dbuffer(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  generic: [
  function(makers,order){
    function View_Nilgeneric(a){this.data=a;}
    const proto=View_Nilgeneric.prototype
    proto.dtype='generic'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilgeneric(this.data)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilgeneric(a){return new View_Nilgeneric(a)}}
  },
  function(makers,order){
    function View0dgeneric(a,d){this.data=a;this.offset=d}
    const proto=View0dgeneric.prototype
    proto.dtype='generic'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dgeneric_copy(){return new View0dgeneric(this.data,this.offset)}
    proto.pick=function View0dgeneric_pick(){return makers[0](this.data)}
    proto.valueOf=proto.get=function View0dgeneric_get(){return this.data.get(this.offset)}
    proto.set=function View0dgeneric_set(v){return this.data.set(this.offset,v)}
    return{proto,make:function construct_View0dgeneric(a,b,c,d){return new View0dgeneric(a,d)}}
  },
  function(makers,order){
    function View1dgeneric(a,b0,c0,d){this.data=a;this.shape=[b0];this.stride=[c0];this.offset=d|0}
    const proto=View1dgeneric.prototype
    proto.dtype='generic'
    proto.dimension=1
    Object.defineProperty(proto,'size',{get:function View1dgeneric_size(){return this.shape[0]}})
    proto.order=[0]
    proto.set=function View1dgeneric_set(i0,v){return this.data.set(this.offset+this.stride[0]*i0,v)}
    proto.get=function View1dgeneric_get(i0){return this.data.get(this.offset+this.stride[0]*i0)}
    proto.index=function View1dgeneric_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dgeneric_hi(i0){return new View1dgeneric(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dgeneric_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dgeneric(this.data,a0,c0,b)}
    proto.step=function View1dgeneric_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dgeneric(this.data,a0,b0,c)}
    proto.transpose=function View1dgeneric_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dgeneric(this.data,a[i0],b[i0],this.offset)}
    proto.pick=function View1dgeneric_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View1dgeneric(data,shape,stride,offset){return new View1dgeneric(data,shape[0],stride[0],offset)}}
  },
  function(makers,order){
    function View2dgeneric(a,b0,b1,c0,c1,d){this.data=a;this.shape=[b0,b1];this.stride=[c0,c1];this.offset=d|0}
    const proto=View2dgeneric.prototype
    proto.dtype='generic'
    proto.dimension=2
    Object.defineProperty(proto,'size',{get:function View2dgeneric_size(){return this.shape[0]*this.shape[1]}})
    Object.defineProperty(proto,'order',{get:function View2dgeneric_order(){return Math.abs(this.stride[0])>Math.abs(this.stride[1])?[1,0]:[0,1]}})
    proto.set=function View2dgeneric_set(i0,i1,v){return this.data.set(this.offset+this.stride[0]*i0+this.stride[1]*i1,v)}
    proto.get=function View2dgeneric_get(i0,i1){return this.data.get(this.offset+this.stride[0]*i0+this.stride[1]*i1)}
    proto.index=function View2dgeneric_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dgeneric_hi(i0,i1){return new View2dgeneric(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dgeneric_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dgeneric(this.data,a0,a1,c0,c1,b)}
    proto.step=function View2dgeneric_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dgeneric(this.data,a0,a1,b0,b1,c)}
    proto.transpose=function View2dgeneric_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dgeneric(this.data,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dgeneric_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View2dgeneric(data,shape,stride,offset){return new View2dgeneric(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,order){
    function View3dgeneric(a,b0,b1,b2,c0,c1,c2,d){this.data=a;this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=d|0}
    const proto=View3dgeneric.prototype
    proto.dtype='generic'
    proto.dimension=3
    Object.defineProperty(proto,'size',{get:function View3dgeneric_size(){return this.shape[0]*this.shape[1]*this.shape[2]}})
    Object.defineProperty(proto,'order',{get:function View3dgeneric_order(){const s0=Math.abs(this.stride[0]),s1=Math.abs(this.stride[1]),s2=Math.abs(this.stride[2]);if(s0>s1){if(s1>s2)return[2,1,0];else if(s0>s2)return[1,2,0];else return[1,0,2]}else if(s0>s2)return[2,0,1];else if(s2>s1)return[0,1,2];else return[0,2,1]}})
    proto.set=function View3dgeneric_set(i0,i1,i2,v){return this.data.set(this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,v)}
    proto.get=function View3dgeneric_get(i0,i1,i2){return this.data.get(this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2)}
    proto.index=function View3dgeneric_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dgeneric_hi(i0,i1,i2){return new View3dgeneric(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dgeneric_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dgeneric(this.data,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dgeneric_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dgeneric(this.data,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dgeneric_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dgeneric(this.data,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dgeneric_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View3dgeneric(data,shape,stride,offset){return new View3dgeneric(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,order){
    function View4dgeneric(a,b0,b1,b2,b3,c0,c1,c2,c3,d){this.data=a;this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=d|0}
    const proto=View4dgeneric.prototype
    proto.dtype='generic'
    proto.dimension=4
    Object.defineProperty(proto,'size',{get:function View4dgeneric_size(){return this.shape[0]*this.shape[1]*this.shape[2]*this.shape[3]}})
    Object.defineProperty(proto,'order',{get:order})
    proto.set=function View4dgeneric_set(i0,i1,i2,i3,v){return this.data.set(this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,v)}
    proto.get=function View4dgeneric_get(i0,i1,i2,i3){return this.data.get(this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3)}
    proto.index=function View4dgeneric_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dgeneric_hi(i0,i1,i2,i3){return new View4dgeneric(this.data,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dgeneric_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dgeneric(this.data,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dgeneric_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dgeneric(this.data,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dgeneric_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dgeneric(this.data,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dgeneric_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=(c+this.stride[0]*i0)|0;else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=(c+this.stride[1]*i1)|0;else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=(c+this.stride[2]*i2)|0;else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=(c+this.stride[3]*i3)|0;else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.data,a,b,c)}
    return{proto,make:function construct_View4dgeneric(data,shape,stride,offset){return new View4dgeneric(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
}

/** `x|0`, which `ndarray` makes of offsets, but of whole numbers beyond 32 bits themselves: library memory may be larger. */
export const position = (x: any): number => (isFinite(x) ? Math.trunc(x) + 0 : 0)

/** Calling this from a derived class's constructor gives the derived class's private fields to any object. */
const identity: any = function (view) {
  return view
}

/**
 * What a view of library memory carries besides its public properties, in private fields: its storage, and the elements
 * as last seen, for reading and for writing; an empty array stands for 'not known', and everything is out of its range.
 */
export class Held extends identity {
  #elements: any
  #writable: any
  #storage: any

  constructor(view: object, empty: any, storage: any) {
    super(view)
    this.#elements = empty
    this.#writable = empty
    this.#storage = storage
  }

  static is(view: object): boolean {
    return #storage in view
  }

  static storage(view: object): any {
    return view.#storage
  }

  static forget(view: object): void {
    view.#elements = view.#writable = Held.empties[view.dtype]
  }

  /** The elements for reading, evaluated if need be. */
  static elements(view: object): any {
    if (view.#elements === Held.empties[view.dtype]) {
      const elements = view.#storage.elements()
      view.#storage.watch(view)
      view.#elements = elements
    }
    return view.#elements
  }

  /** The elements for writing, copied first if a pending result still reads them. */
  static writable(view: object): any {
    if (view.#writable === Held.empties[view.dtype]) {
      const elements = view.#storage.writable()
      view.#storage.watch(view)
      view.#elements = view.#writable = elements
    }
    return view.#writable
  }

  static empties: any = {
    bool: new Uint8Array(0),
    int8: new Int8Array(0),
    uint8: new Uint8Array(0),
    int16: new Int16Array(0),
    uint16: new Uint16Array(0),
    int32: new Int32Array(0),
    uint32: new Uint32Array(0),
    bigint64: new BigInt64Array(0),
    biguint64: new BigUint64Array(0),
    float32: new Float32Array(0),
    float64: new Float64Array(0),
  }

  /** Set by the module that knows storages: what assignment to `data` puts in place of a storage. */
  static replacement: any

  static data: any = {
    get() {
      return this.#storage.moveOut()
    },
    set(data) {
      this.#storage = Held.replacement(data, this.dtype)
      Held.forget(this)
    },
    enumerable: true,
    configurable: true,
  }

  static classes: any

  static {
    const DATA = Held.data
    const readSlowly = (view, i) => Held.elements(view)[i]
    const writeSlowly = (view, i, v) => (Held.writable(view)[i] = v)
    Held.classes = {
  bool: [
  function(makers,EMPTY){
    function View_Nilbool(a){Object.defineProperty(this,'data',DATA);;new Held(this,EMPTY,a)}
    const proto=View_Nilbool.prototype
    proto.dtype='bool'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilbool(this.#storage)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilbool(a){return new View_Nilbool(a)}}
  },
  function(makers,EMPTY){
    function View0dbool(a,d){Object.defineProperty(this,'data',DATA);this.offset=d;new Held(this,EMPTY,a)}
    const proto=View0dbool.prototype
    proto.dtype='bool'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dbool_copy(){return new View0dbool(this.#storage,this.offset)}
    proto.pick=function View0dbool_pick(){return makers[0](this.#storage)}
    proto.valueOf=proto.get=function View0dbool_get(){const i=this.offset,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.set=function View0dbool_set(v){const i=this.offset,e=this.#writable,b=v!=0?1:0;if(e===EMPTY)writeSlowly(this,i,b);else e[i]=b;return v}
    return{proto,make:function construct_View0dbool(a,b,c,d){return new View0dbool(a,d)}}
  },
  function(makers,EMPTY){
    function View1dbool(a,b0,c0,d){Object.defineProperty(this,'data',DATA);this.shape=[b0];this.stride=[c0];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View1dbool.prototype
    proto.dtype='bool'
    proto.dimension=1
    proto.order=[0]
    proto.set=function View1dbool_set(i0,v){const i=this.offset+this.stride[0]*i0,e=this.#writable,b=v!=0?1:0;if(e===EMPTY)writeSlowly(this,i,b);else e[i]=b;return v}
    proto.get=function View1dbool_get(i0){const i=this.offset+this.stride[0]*i0,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View1dbool_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dbool_hi(i0){return new View1dbool(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dbool_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dbool(this.#storage,a0,c0,b)}
    proto.step=function View1dbool_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dbool(this.#storage,a0,b0,c)}
    proto.transpose=function View1dbool_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dbool(this.#storage,a[i0],b[i0],this.offset)}
    proto.pick=function View1dbool_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View1dbool(data,shape,stride,offset){return new View1dbool(data,shape[0],stride[0],offset)}}
  },
  function(makers,EMPTY){
    function View2dbool(a,b0,b1,c0,c1,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1];this.stride=[c0,c1];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View2dbool.prototype
    proto.dtype='bool'
    proto.dimension=2
    proto.set=function View2dbool_set(i0,i1,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,e=this.#writable,b=v!=0?1:0;if(e===EMPTY)writeSlowly(this,i,b);else e[i]=b;return v}
    proto.get=function View2dbool_get(i0,i1){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View2dbool_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dbool_hi(i0,i1){return new View2dbool(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dbool_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dbool(this.#storage,a0,a1,c0,c1,b)}
    proto.step=function View2dbool_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dbool(this.#storage,a0,a1,b0,b1,c)}
    proto.transpose=function View2dbool_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dbool(this.#storage,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dbool_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View2dbool(data,shape,stride,offset){return new View2dbool(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,EMPTY){
    function View3dbool(a,b0,b1,b2,c0,c1,c2,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View3dbool.prototype
    proto.dtype='bool'
    proto.dimension=3
    proto.set=function View3dbool_set(i0,i1,i2,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,e=this.#writable,b=v!=0?1:0;if(e===EMPTY)writeSlowly(this,i,b);else e[i]=b;return v}
    proto.get=function View3dbool_get(i0,i1,i2){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View3dbool_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dbool_hi(i0,i1,i2){return new View3dbool(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dbool_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dbool(this.#storage,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dbool_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dbool(this.#storage,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dbool_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dbool(this.#storage,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dbool_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View3dbool(data,shape,stride,offset){return new View3dbool(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,EMPTY){
    function View4dbool(a,b0,b1,b2,b3,c0,c1,c2,c3,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View4dbool.prototype
    proto.dtype='bool'
    proto.dimension=4
    proto.set=function View4dbool_set(i0,i1,i2,i3,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,e=this.#writable,b=v!=0?1:0;if(e===EMPTY)writeSlowly(this,i,b);else e[i]=b;return v}
    proto.get=function View4dbool_get(i0,i1,i2,i3){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View4dbool_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dbool_hi(i0,i1,i2,i3){return new View4dbool(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dbool_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dbool(this.#storage,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dbool_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dbool(this.#storage,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dbool_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dbool(this.#storage,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dbool_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=position((c+this.stride[3]*i3));else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View4dbool(data,shape,stride,offset){return new View4dbool(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  int8: [
  function(makers,EMPTY){
    function View_Nilint8(a){Object.defineProperty(this,'data',DATA);;new Held(this,EMPTY,a)}
    const proto=View_Nilint8.prototype
    proto.dtype='int8'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilint8(this.#storage)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilint8(a){return new View_Nilint8(a)}}
  },
  function(makers,EMPTY){
    function View0dint8(a,d){Object.defineProperty(this,'data',DATA);this.offset=d;new Held(this,EMPTY,a)}
    const proto=View0dint8.prototype
    proto.dtype='int8'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dint8_copy(){return new View0dint8(this.#storage,this.offset)}
    proto.pick=function View0dint8_pick(){return makers[0](this.#storage)}
    proto.valueOf=proto.get=function View0dint8_get(){const i=this.offset,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.set=function View0dint8_set(v){const i=this.offset,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    return{proto,make:function construct_View0dint8(a,b,c,d){return new View0dint8(a,d)}}
  },
  function(makers,EMPTY){
    function View1dint8(a,b0,c0,d){Object.defineProperty(this,'data',DATA);this.shape=[b0];this.stride=[c0];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View1dint8.prototype
    proto.dtype='int8'
    proto.dimension=1
    proto.order=[0]
    proto.set=function View1dint8_set(i0,v){const i=this.offset+this.stride[0]*i0,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View1dint8_get(i0){const i=this.offset+this.stride[0]*i0,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View1dint8_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dint8_hi(i0){return new View1dint8(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dint8_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dint8(this.#storage,a0,c0,b)}
    proto.step=function View1dint8_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dint8(this.#storage,a0,b0,c)}
    proto.transpose=function View1dint8_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dint8(this.#storage,a[i0],b[i0],this.offset)}
    proto.pick=function View1dint8_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View1dint8(data,shape,stride,offset){return new View1dint8(data,shape[0],stride[0],offset)}}
  },
  function(makers,EMPTY){
    function View2dint8(a,b0,b1,c0,c1,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1];this.stride=[c0,c1];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View2dint8.prototype
    proto.dtype='int8'
    proto.dimension=2
    proto.set=function View2dint8_set(i0,i1,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View2dint8_get(i0,i1){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View2dint8_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dint8_hi(i0,i1){return new View2dint8(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dint8_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dint8(this.#storage,a0,a1,c0,c1,b)}
    proto.step=function View2dint8_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dint8(this.#storage,a0,a1,b0,b1,c)}
    proto.transpose=function View2dint8_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dint8(this.#storage,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dint8_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View2dint8(data,shape,stride,offset){return new View2dint8(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,EMPTY){
    function View3dint8(a,b0,b1,b2,c0,c1,c2,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View3dint8.prototype
    proto.dtype='int8'
    proto.dimension=3
    proto.set=function View3dint8_set(i0,i1,i2,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View3dint8_get(i0,i1,i2){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View3dint8_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dint8_hi(i0,i1,i2){return new View3dint8(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dint8_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dint8(this.#storage,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dint8_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dint8(this.#storage,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dint8_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dint8(this.#storage,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dint8_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View3dint8(data,shape,stride,offset){return new View3dint8(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,EMPTY){
    function View4dint8(a,b0,b1,b2,b3,c0,c1,c2,c3,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View4dint8.prototype
    proto.dtype='int8'
    proto.dimension=4
    proto.set=function View4dint8_set(i0,i1,i2,i3,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View4dint8_get(i0,i1,i2,i3){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View4dint8_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dint8_hi(i0,i1,i2,i3){return new View4dint8(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dint8_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dint8(this.#storage,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dint8_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dint8(this.#storage,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dint8_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dint8(this.#storage,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dint8_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=position((c+this.stride[3]*i3));else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View4dint8(data,shape,stride,offset){return new View4dint8(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  uint8: [
  function(makers,EMPTY){
    function View_Niluint8(a){Object.defineProperty(this,'data',DATA);;new Held(this,EMPTY,a)}
    const proto=View_Niluint8.prototype
    proto.dtype='uint8'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Niluint8(this.#storage)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Niluint8(a){return new View_Niluint8(a)}}
  },
  function(makers,EMPTY){
    function View0duint8(a,d){Object.defineProperty(this,'data',DATA);this.offset=d;new Held(this,EMPTY,a)}
    const proto=View0duint8.prototype
    proto.dtype='uint8'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0duint8_copy(){return new View0duint8(this.#storage,this.offset)}
    proto.pick=function View0duint8_pick(){return makers[0](this.#storage)}
    proto.valueOf=proto.get=function View0duint8_get(){const i=this.offset,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.set=function View0duint8_set(v){const i=this.offset,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    return{proto,make:function construct_View0duint8(a,b,c,d){return new View0duint8(a,d)}}
  },
  function(makers,EMPTY){
    function View1duint8(a,b0,c0,d){Object.defineProperty(this,'data',DATA);this.shape=[b0];this.stride=[c0];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View1duint8.prototype
    proto.dtype='uint8'
    proto.dimension=1
    proto.order=[0]
    proto.set=function View1duint8_set(i0,v){const i=this.offset+this.stride[0]*i0,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View1duint8_get(i0){const i=this.offset+this.stride[0]*i0,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View1duint8_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1duint8_hi(i0){return new View1duint8(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1duint8_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1duint8(this.#storage,a0,c0,b)}
    proto.step=function View1duint8_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1duint8(this.#storage,a0,b0,c)}
    proto.transpose=function View1duint8_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1duint8(this.#storage,a[i0],b[i0],this.offset)}
    proto.pick=function View1duint8_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View1duint8(data,shape,stride,offset){return new View1duint8(data,shape[0],stride[0],offset)}}
  },
  function(makers,EMPTY){
    function View2duint8(a,b0,b1,c0,c1,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1];this.stride=[c0,c1];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View2duint8.prototype
    proto.dtype='uint8'
    proto.dimension=2
    proto.set=function View2duint8_set(i0,i1,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View2duint8_get(i0,i1){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View2duint8_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2duint8_hi(i0,i1){return new View2duint8(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2duint8_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2duint8(this.#storage,a0,a1,c0,c1,b)}
    proto.step=function View2duint8_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2duint8(this.#storage,a0,a1,b0,b1,c)}
    proto.transpose=function View2duint8_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2duint8(this.#storage,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2duint8_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View2duint8(data,shape,stride,offset){return new View2duint8(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,EMPTY){
    function View3duint8(a,b0,b1,b2,c0,c1,c2,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View3duint8.prototype
    proto.dtype='uint8'
    proto.dimension=3
    proto.set=function View3duint8_set(i0,i1,i2,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View3duint8_get(i0,i1,i2){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View3duint8_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3duint8_hi(i0,i1,i2){return new View3duint8(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3duint8_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3duint8(this.#storage,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3duint8_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3duint8(this.#storage,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3duint8_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3duint8(this.#storage,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3duint8_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View3duint8(data,shape,stride,offset){return new View3duint8(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,EMPTY){
    function View4duint8(a,b0,b1,b2,b3,c0,c1,c2,c3,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View4duint8.prototype
    proto.dtype='uint8'
    proto.dimension=4
    proto.set=function View4duint8_set(i0,i1,i2,i3,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View4duint8_get(i0,i1,i2,i3){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View4duint8_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4duint8_hi(i0,i1,i2,i3){return new View4duint8(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4duint8_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4duint8(this.#storage,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4duint8_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4duint8(this.#storage,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4duint8_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4duint8(this.#storage,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4duint8_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=position((c+this.stride[3]*i3));else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View4duint8(data,shape,stride,offset){return new View4duint8(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  int16: [
  function(makers,EMPTY){
    function View_Nilint16(a){Object.defineProperty(this,'data',DATA);;new Held(this,EMPTY,a)}
    const proto=View_Nilint16.prototype
    proto.dtype='int16'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilint16(this.#storage)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilint16(a){return new View_Nilint16(a)}}
  },
  function(makers,EMPTY){
    function View0dint16(a,d){Object.defineProperty(this,'data',DATA);this.offset=d;new Held(this,EMPTY,a)}
    const proto=View0dint16.prototype
    proto.dtype='int16'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dint16_copy(){return new View0dint16(this.#storage,this.offset)}
    proto.pick=function View0dint16_pick(){return makers[0](this.#storage)}
    proto.valueOf=proto.get=function View0dint16_get(){const i=this.offset,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.set=function View0dint16_set(v){const i=this.offset,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    return{proto,make:function construct_View0dint16(a,b,c,d){return new View0dint16(a,d)}}
  },
  function(makers,EMPTY){
    function View1dint16(a,b0,c0,d){Object.defineProperty(this,'data',DATA);this.shape=[b0];this.stride=[c0];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View1dint16.prototype
    proto.dtype='int16'
    proto.dimension=1
    proto.order=[0]
    proto.set=function View1dint16_set(i0,v){const i=this.offset+this.stride[0]*i0,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View1dint16_get(i0){const i=this.offset+this.stride[0]*i0,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View1dint16_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dint16_hi(i0){return new View1dint16(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dint16_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dint16(this.#storage,a0,c0,b)}
    proto.step=function View1dint16_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dint16(this.#storage,a0,b0,c)}
    proto.transpose=function View1dint16_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dint16(this.#storage,a[i0],b[i0],this.offset)}
    proto.pick=function View1dint16_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View1dint16(data,shape,stride,offset){return new View1dint16(data,shape[0],stride[0],offset)}}
  },
  function(makers,EMPTY){
    function View2dint16(a,b0,b1,c0,c1,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1];this.stride=[c0,c1];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View2dint16.prototype
    proto.dtype='int16'
    proto.dimension=2
    proto.set=function View2dint16_set(i0,i1,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View2dint16_get(i0,i1){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View2dint16_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dint16_hi(i0,i1){return new View2dint16(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dint16_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dint16(this.#storage,a0,a1,c0,c1,b)}
    proto.step=function View2dint16_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dint16(this.#storage,a0,a1,b0,b1,c)}
    proto.transpose=function View2dint16_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dint16(this.#storage,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dint16_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View2dint16(data,shape,stride,offset){return new View2dint16(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,EMPTY){
    function View3dint16(a,b0,b1,b2,c0,c1,c2,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View3dint16.prototype
    proto.dtype='int16'
    proto.dimension=3
    proto.set=function View3dint16_set(i0,i1,i2,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View3dint16_get(i0,i1,i2){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View3dint16_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dint16_hi(i0,i1,i2){return new View3dint16(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dint16_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dint16(this.#storage,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dint16_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dint16(this.#storage,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dint16_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dint16(this.#storage,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dint16_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View3dint16(data,shape,stride,offset){return new View3dint16(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,EMPTY){
    function View4dint16(a,b0,b1,b2,b3,c0,c1,c2,c3,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View4dint16.prototype
    proto.dtype='int16'
    proto.dimension=4
    proto.set=function View4dint16_set(i0,i1,i2,i3,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View4dint16_get(i0,i1,i2,i3){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View4dint16_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dint16_hi(i0,i1,i2,i3){return new View4dint16(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dint16_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dint16(this.#storage,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dint16_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dint16(this.#storage,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dint16_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dint16(this.#storage,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dint16_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=position((c+this.stride[3]*i3));else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View4dint16(data,shape,stride,offset){return new View4dint16(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  uint16: [
  function(makers,EMPTY){
    function View_Niluint16(a){Object.defineProperty(this,'data',DATA);;new Held(this,EMPTY,a)}
    const proto=View_Niluint16.prototype
    proto.dtype='uint16'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Niluint16(this.#storage)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Niluint16(a){return new View_Niluint16(a)}}
  },
  function(makers,EMPTY){
    function View0duint16(a,d){Object.defineProperty(this,'data',DATA);this.offset=d;new Held(this,EMPTY,a)}
    const proto=View0duint16.prototype
    proto.dtype='uint16'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0duint16_copy(){return new View0duint16(this.#storage,this.offset)}
    proto.pick=function View0duint16_pick(){return makers[0](this.#storage)}
    proto.valueOf=proto.get=function View0duint16_get(){const i=this.offset,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.set=function View0duint16_set(v){const i=this.offset,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    return{proto,make:function construct_View0duint16(a,b,c,d){return new View0duint16(a,d)}}
  },
  function(makers,EMPTY){
    function View1duint16(a,b0,c0,d){Object.defineProperty(this,'data',DATA);this.shape=[b0];this.stride=[c0];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View1duint16.prototype
    proto.dtype='uint16'
    proto.dimension=1
    proto.order=[0]
    proto.set=function View1duint16_set(i0,v){const i=this.offset+this.stride[0]*i0,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View1duint16_get(i0){const i=this.offset+this.stride[0]*i0,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View1duint16_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1duint16_hi(i0){return new View1duint16(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1duint16_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1duint16(this.#storage,a0,c0,b)}
    proto.step=function View1duint16_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1duint16(this.#storage,a0,b0,c)}
    proto.transpose=function View1duint16_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1duint16(this.#storage,a[i0],b[i0],this.offset)}
    proto.pick=function View1duint16_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View1duint16(data,shape,stride,offset){return new View1duint16(data,shape[0],stride[0],offset)}}
  },
  function(makers,EMPTY){
    function View2duint16(a,b0,b1,c0,c1,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1];this.stride=[c0,c1];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View2duint16.prototype
    proto.dtype='uint16'
    proto.dimension=2
    proto.set=function View2duint16_set(i0,i1,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View2duint16_get(i0,i1){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View2duint16_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2duint16_hi(i0,i1){return new View2duint16(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2duint16_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2duint16(this.#storage,a0,a1,c0,c1,b)}
    proto.step=function View2duint16_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2duint16(this.#storage,a0,a1,b0,b1,c)}
    proto.transpose=function View2duint16_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2duint16(this.#storage,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2duint16_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View2duint16(data,shape,stride,offset){return new View2duint16(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,EMPTY){
    function View3duint16(a,b0,b1,b2,c0,c1,c2,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View3duint16.prototype
    proto.dtype='uint16'
    proto.dimension=3
    proto.set=function View3duint16_set(i0,i1,i2,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View3duint16_get(i0,i1,i2){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View3duint16_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3duint16_hi(i0,i1,i2){return new View3duint16(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3duint16_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3duint16(this.#storage,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3duint16_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3duint16(this.#storage,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3duint16_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3duint16(this.#storage,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3duint16_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View3duint16(data,shape,stride,offset){return new View3duint16(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,EMPTY){
    function View4duint16(a,b0,b1,b2,b3,c0,c1,c2,c3,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View4duint16.prototype
    proto.dtype='uint16'
    proto.dimension=4
    proto.set=function View4duint16_set(i0,i1,i2,i3,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View4duint16_get(i0,i1,i2,i3){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View4duint16_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4duint16_hi(i0,i1,i2,i3){return new View4duint16(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4duint16_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4duint16(this.#storage,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4duint16_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4duint16(this.#storage,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4duint16_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4duint16(this.#storage,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4duint16_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=position((c+this.stride[3]*i3));else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View4duint16(data,shape,stride,offset){return new View4duint16(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  int32: [
  function(makers,EMPTY){
    function View_Nilint32(a){Object.defineProperty(this,'data',DATA);;new Held(this,EMPTY,a)}
    const proto=View_Nilint32.prototype
    proto.dtype='int32'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilint32(this.#storage)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilint32(a){return new View_Nilint32(a)}}
  },
  function(makers,EMPTY){
    function View0dint32(a,d){Object.defineProperty(this,'data',DATA);this.offset=d;new Held(this,EMPTY,a)}
    const proto=View0dint32.prototype
    proto.dtype='int32'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dint32_copy(){return new View0dint32(this.#storage,this.offset)}
    proto.pick=function View0dint32_pick(){return makers[0](this.#storage)}
    proto.valueOf=proto.get=function View0dint32_get(){const i=this.offset,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.set=function View0dint32_set(v){const i=this.offset,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    return{proto,make:function construct_View0dint32(a,b,c,d){return new View0dint32(a,d)}}
  },
  function(makers,EMPTY){
    function View1dint32(a,b0,c0,d){Object.defineProperty(this,'data',DATA);this.shape=[b0];this.stride=[c0];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View1dint32.prototype
    proto.dtype='int32'
    proto.dimension=1
    proto.order=[0]
    proto.set=function View1dint32_set(i0,v){const i=this.offset+this.stride[0]*i0,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View1dint32_get(i0){const i=this.offset+this.stride[0]*i0,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View1dint32_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dint32_hi(i0){return new View1dint32(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dint32_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dint32(this.#storage,a0,c0,b)}
    proto.step=function View1dint32_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dint32(this.#storage,a0,b0,c)}
    proto.transpose=function View1dint32_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dint32(this.#storage,a[i0],b[i0],this.offset)}
    proto.pick=function View1dint32_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View1dint32(data,shape,stride,offset){return new View1dint32(data,shape[0],stride[0],offset)}}
  },
  function(makers,EMPTY){
    function View2dint32(a,b0,b1,c0,c1,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1];this.stride=[c0,c1];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View2dint32.prototype
    proto.dtype='int32'
    proto.dimension=2
    proto.set=function View2dint32_set(i0,i1,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View2dint32_get(i0,i1){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View2dint32_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dint32_hi(i0,i1){return new View2dint32(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dint32_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dint32(this.#storage,a0,a1,c0,c1,b)}
    proto.step=function View2dint32_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dint32(this.#storage,a0,a1,b0,b1,c)}
    proto.transpose=function View2dint32_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dint32(this.#storage,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dint32_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View2dint32(data,shape,stride,offset){return new View2dint32(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,EMPTY){
    function View3dint32(a,b0,b1,b2,c0,c1,c2,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View3dint32.prototype
    proto.dtype='int32'
    proto.dimension=3
    proto.set=function View3dint32_set(i0,i1,i2,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View3dint32_get(i0,i1,i2){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View3dint32_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dint32_hi(i0,i1,i2){return new View3dint32(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dint32_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dint32(this.#storage,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dint32_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dint32(this.#storage,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dint32_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dint32(this.#storage,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dint32_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View3dint32(data,shape,stride,offset){return new View3dint32(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,EMPTY){
    function View4dint32(a,b0,b1,b2,b3,c0,c1,c2,c3,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View4dint32.prototype
    proto.dtype='int32'
    proto.dimension=4
    proto.set=function View4dint32_set(i0,i1,i2,i3,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View4dint32_get(i0,i1,i2,i3){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View4dint32_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dint32_hi(i0,i1,i2,i3){return new View4dint32(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dint32_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dint32(this.#storage,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dint32_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dint32(this.#storage,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dint32_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dint32(this.#storage,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dint32_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=position((c+this.stride[3]*i3));else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View4dint32(data,shape,stride,offset){return new View4dint32(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  uint32: [
  function(makers,EMPTY){
    function View_Niluint32(a){Object.defineProperty(this,'data',DATA);;new Held(this,EMPTY,a)}
    const proto=View_Niluint32.prototype
    proto.dtype='uint32'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Niluint32(this.#storage)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Niluint32(a){return new View_Niluint32(a)}}
  },
  function(makers,EMPTY){
    function View0duint32(a,d){Object.defineProperty(this,'data',DATA);this.offset=d;new Held(this,EMPTY,a)}
    const proto=View0duint32.prototype
    proto.dtype='uint32'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0duint32_copy(){return new View0duint32(this.#storage,this.offset)}
    proto.pick=function View0duint32_pick(){return makers[0](this.#storage)}
    proto.valueOf=proto.get=function View0duint32_get(){const i=this.offset,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.set=function View0duint32_set(v){const i=this.offset,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    return{proto,make:function construct_View0duint32(a,b,c,d){return new View0duint32(a,d)}}
  },
  function(makers,EMPTY){
    function View1duint32(a,b0,c0,d){Object.defineProperty(this,'data',DATA);this.shape=[b0];this.stride=[c0];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View1duint32.prototype
    proto.dtype='uint32'
    proto.dimension=1
    proto.order=[0]
    proto.set=function View1duint32_set(i0,v){const i=this.offset+this.stride[0]*i0,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View1duint32_get(i0){const i=this.offset+this.stride[0]*i0,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View1duint32_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1duint32_hi(i0){return new View1duint32(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1duint32_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1duint32(this.#storage,a0,c0,b)}
    proto.step=function View1duint32_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1duint32(this.#storage,a0,b0,c)}
    proto.transpose=function View1duint32_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1duint32(this.#storage,a[i0],b[i0],this.offset)}
    proto.pick=function View1duint32_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View1duint32(data,shape,stride,offset){return new View1duint32(data,shape[0],stride[0],offset)}}
  },
  function(makers,EMPTY){
    function View2duint32(a,b0,b1,c0,c1,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1];this.stride=[c0,c1];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View2duint32.prototype
    proto.dtype='uint32'
    proto.dimension=2
    proto.set=function View2duint32_set(i0,i1,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View2duint32_get(i0,i1){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View2duint32_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2duint32_hi(i0,i1){return new View2duint32(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2duint32_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2duint32(this.#storage,a0,a1,c0,c1,b)}
    proto.step=function View2duint32_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2duint32(this.#storage,a0,a1,b0,b1,c)}
    proto.transpose=function View2duint32_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2duint32(this.#storage,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2duint32_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View2duint32(data,shape,stride,offset){return new View2duint32(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,EMPTY){
    function View3duint32(a,b0,b1,b2,c0,c1,c2,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View3duint32.prototype
    proto.dtype='uint32'
    proto.dimension=3
    proto.set=function View3duint32_set(i0,i1,i2,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View3duint32_get(i0,i1,i2){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View3duint32_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3duint32_hi(i0,i1,i2){return new View3duint32(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3duint32_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3duint32(this.#storage,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3duint32_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3duint32(this.#storage,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3duint32_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3duint32(this.#storage,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3duint32_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View3duint32(data,shape,stride,offset){return new View3duint32(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,EMPTY){
    function View4duint32(a,b0,b1,b2,b3,c0,c1,c2,c3,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View4duint32.prototype
    proto.dtype='uint32'
    proto.dimension=4
    proto.set=function View4duint32_set(i0,i1,i2,i3,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View4duint32_get(i0,i1,i2,i3){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View4duint32_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4duint32_hi(i0,i1,i2,i3){return new View4duint32(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4duint32_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4duint32(this.#storage,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4duint32_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4duint32(this.#storage,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4duint32_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4duint32(this.#storage,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4duint32_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=position((c+this.stride[3]*i3));else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View4duint32(data,shape,stride,offset){return new View4duint32(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  bigint64: [
  function(makers,EMPTY){
    function View_Nilbigint64(a){Object.defineProperty(this,'data',DATA);;new Held(this,EMPTY,a)}
    const proto=View_Nilbigint64.prototype
    proto.dtype='bigint64'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilbigint64(this.#storage)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilbigint64(a){return new View_Nilbigint64(a)}}
  },
  function(makers,EMPTY){
    function View0dbigint64(a,d){Object.defineProperty(this,'data',DATA);this.offset=d;new Held(this,EMPTY,a)}
    const proto=View0dbigint64.prototype
    proto.dtype='bigint64'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dbigint64_copy(){return new View0dbigint64(this.#storage,this.offset)}
    proto.pick=function View0dbigint64_pick(){return makers[0](this.#storage)}
    proto.valueOf=proto.get=function View0dbigint64_get(){const i=this.offset,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.set=function View0dbigint64_set(v){const i=this.offset,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    return{proto,make:function construct_View0dbigint64(a,b,c,d){return new View0dbigint64(a,d)}}
  },
  function(makers,EMPTY){
    function View1dbigint64(a,b0,c0,d){Object.defineProperty(this,'data',DATA);this.shape=[b0];this.stride=[c0];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View1dbigint64.prototype
    proto.dtype='bigint64'
    proto.dimension=1
    proto.order=[0]
    proto.set=function View1dbigint64_set(i0,v){const i=this.offset+this.stride[0]*i0,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View1dbigint64_get(i0){const i=this.offset+this.stride[0]*i0,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View1dbigint64_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dbigint64_hi(i0){return new View1dbigint64(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dbigint64_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dbigint64(this.#storage,a0,c0,b)}
    proto.step=function View1dbigint64_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dbigint64(this.#storage,a0,b0,c)}
    proto.transpose=function View1dbigint64_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dbigint64(this.#storage,a[i0],b[i0],this.offset)}
    proto.pick=function View1dbigint64_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View1dbigint64(data,shape,stride,offset){return new View1dbigint64(data,shape[0],stride[0],offset)}}
  },
  function(makers,EMPTY){
    function View2dbigint64(a,b0,b1,c0,c1,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1];this.stride=[c0,c1];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View2dbigint64.prototype
    proto.dtype='bigint64'
    proto.dimension=2
    proto.set=function View2dbigint64_set(i0,i1,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View2dbigint64_get(i0,i1){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View2dbigint64_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dbigint64_hi(i0,i1){return new View2dbigint64(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dbigint64_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dbigint64(this.#storage,a0,a1,c0,c1,b)}
    proto.step=function View2dbigint64_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dbigint64(this.#storage,a0,a1,b0,b1,c)}
    proto.transpose=function View2dbigint64_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dbigint64(this.#storage,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dbigint64_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View2dbigint64(data,shape,stride,offset){return new View2dbigint64(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,EMPTY){
    function View3dbigint64(a,b0,b1,b2,c0,c1,c2,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View3dbigint64.prototype
    proto.dtype='bigint64'
    proto.dimension=3
    proto.set=function View3dbigint64_set(i0,i1,i2,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View3dbigint64_get(i0,i1,i2){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View3dbigint64_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dbigint64_hi(i0,i1,i2){return new View3dbigint64(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dbigint64_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dbigint64(this.#storage,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dbigint64_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dbigint64(this.#storage,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dbigint64_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dbigint64(this.#storage,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dbigint64_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View3dbigint64(data,shape,stride,offset){return new View3dbigint64(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,EMPTY){
    function View4dbigint64(a,b0,b1,b2,b3,c0,c1,c2,c3,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View4dbigint64.prototype
    proto.dtype='bigint64'
    proto.dimension=4
    proto.set=function View4dbigint64_set(i0,i1,i2,i3,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View4dbigint64_get(i0,i1,i2,i3){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View4dbigint64_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dbigint64_hi(i0,i1,i2,i3){return new View4dbigint64(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dbigint64_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dbigint64(this.#storage,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dbigint64_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dbigint64(this.#storage,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dbigint64_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dbigint64(this.#storage,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dbigint64_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=position((c+this.stride[3]*i3));else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View4dbigint64(data,shape,stride,offset){return new View4dbigint64(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  biguint64: [
  function(makers,EMPTY){
    function View_Nilbiguint64(a){Object.defineProperty(this,'data',DATA);;new Held(this,EMPTY,a)}
    const proto=View_Nilbiguint64.prototype
    proto.dtype='biguint64'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilbiguint64(this.#storage)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilbiguint64(a){return new View_Nilbiguint64(a)}}
  },
  function(makers,EMPTY){
    function View0dbiguint64(a,d){Object.defineProperty(this,'data',DATA);this.offset=d;new Held(this,EMPTY,a)}
    const proto=View0dbiguint64.prototype
    proto.dtype='biguint64'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dbiguint64_copy(){return new View0dbiguint64(this.#storage,this.offset)}
    proto.pick=function View0dbiguint64_pick(){return makers[0](this.#storage)}
    proto.valueOf=proto.get=function View0dbiguint64_get(){const i=this.offset,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.set=function View0dbiguint64_set(v){const i=this.offset,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    return{proto,make:function construct_View0dbiguint64(a,b,c,d){return new View0dbiguint64(a,d)}}
  },
  function(makers,EMPTY){
    function View1dbiguint64(a,b0,c0,d){Object.defineProperty(this,'data',DATA);this.shape=[b0];this.stride=[c0];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View1dbiguint64.prototype
    proto.dtype='biguint64'
    proto.dimension=1
    proto.order=[0]
    proto.set=function View1dbiguint64_set(i0,v){const i=this.offset+this.stride[0]*i0,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View1dbiguint64_get(i0){const i=this.offset+this.stride[0]*i0,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View1dbiguint64_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dbiguint64_hi(i0){return new View1dbiguint64(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dbiguint64_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dbiguint64(this.#storage,a0,c0,b)}
    proto.step=function View1dbiguint64_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dbiguint64(this.#storage,a0,b0,c)}
    proto.transpose=function View1dbiguint64_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dbiguint64(this.#storage,a[i0],b[i0],this.offset)}
    proto.pick=function View1dbiguint64_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View1dbiguint64(data,shape,stride,offset){return new View1dbiguint64(data,shape[0],stride[0],offset)}}
  },
  function(makers,EMPTY){
    function View2dbiguint64(a,b0,b1,c0,c1,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1];this.stride=[c0,c1];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View2dbiguint64.prototype
    proto.dtype='biguint64'
    proto.dimension=2
    proto.set=function View2dbiguint64_set(i0,i1,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View2dbiguint64_get(i0,i1){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View2dbiguint64_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dbiguint64_hi(i0,i1){return new View2dbiguint64(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dbiguint64_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dbiguint64(this.#storage,a0,a1,c0,c1,b)}
    proto.step=function View2dbiguint64_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dbiguint64(this.#storage,a0,a1,b0,b1,c)}
    proto.transpose=function View2dbiguint64_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dbiguint64(this.#storage,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dbiguint64_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View2dbiguint64(data,shape,stride,offset){return new View2dbiguint64(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,EMPTY){
    function View3dbiguint64(a,b0,b1,b2,c0,c1,c2,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View3dbiguint64.prototype
    proto.dtype='biguint64'
    proto.dimension=3
    proto.set=function View3dbiguint64_set(i0,i1,i2,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View3dbiguint64_get(i0,i1,i2){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View3dbiguint64_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dbiguint64_hi(i0,i1,i2){return new View3dbiguint64(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dbiguint64_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dbiguint64(this.#storage,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dbiguint64_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dbiguint64(this.#storage,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dbiguint64_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dbiguint64(this.#storage,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dbiguint64_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View3dbiguint64(data,shape,stride,offset){return new View3dbiguint64(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,EMPTY){
    function View4dbiguint64(a,b0,b1,b2,b3,c0,c1,c2,c3,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View4dbiguint64.prototype
    proto.dtype='biguint64'
    proto.dimension=4
    proto.set=function View4dbiguint64_set(i0,i1,i2,i3,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View4dbiguint64_get(i0,i1,i2,i3){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View4dbiguint64_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dbiguint64_hi(i0,i1,i2,i3){return new View4dbiguint64(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dbiguint64_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dbiguint64(this.#storage,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dbiguint64_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dbiguint64(this.#storage,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dbiguint64_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dbiguint64(this.#storage,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dbiguint64_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=position((c+this.stride[3]*i3));else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View4dbiguint64(data,shape,stride,offset){return new View4dbiguint64(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  float32: [
  function(makers,EMPTY){
    function View_Nilfloat32(a){Object.defineProperty(this,'data',DATA);;new Held(this,EMPTY,a)}
    const proto=View_Nilfloat32.prototype
    proto.dtype='float32'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilfloat32(this.#storage)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilfloat32(a){return new View_Nilfloat32(a)}}
  },
  function(makers,EMPTY){
    function View0dfloat32(a,d){Object.defineProperty(this,'data',DATA);this.offset=d;new Held(this,EMPTY,a)}
    const proto=View0dfloat32.prototype
    proto.dtype='float32'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dfloat32_copy(){return new View0dfloat32(this.#storage,this.offset)}
    proto.pick=function View0dfloat32_pick(){return makers[0](this.#storage)}
    proto.valueOf=proto.get=function View0dfloat32_get(){const i=this.offset,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.set=function View0dfloat32_set(v){const i=this.offset,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    return{proto,make:function construct_View0dfloat32(a,b,c,d){return new View0dfloat32(a,d)}}
  },
  function(makers,EMPTY){
    function View1dfloat32(a,b0,c0,d){Object.defineProperty(this,'data',DATA);this.shape=[b0];this.stride=[c0];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View1dfloat32.prototype
    proto.dtype='float32'
    proto.dimension=1
    proto.order=[0]
    proto.set=function View1dfloat32_set(i0,v){const i=this.offset+this.stride[0]*i0,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View1dfloat32_get(i0){const i=this.offset+this.stride[0]*i0,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View1dfloat32_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dfloat32_hi(i0){return new View1dfloat32(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dfloat32_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dfloat32(this.#storage,a0,c0,b)}
    proto.step=function View1dfloat32_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dfloat32(this.#storage,a0,b0,c)}
    proto.transpose=function View1dfloat32_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dfloat32(this.#storage,a[i0],b[i0],this.offset)}
    proto.pick=function View1dfloat32_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View1dfloat32(data,shape,stride,offset){return new View1dfloat32(data,shape[0],stride[0],offset)}}
  },
  function(makers,EMPTY){
    function View2dfloat32(a,b0,b1,c0,c1,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1];this.stride=[c0,c1];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View2dfloat32.prototype
    proto.dtype='float32'
    proto.dimension=2
    proto.set=function View2dfloat32_set(i0,i1,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View2dfloat32_get(i0,i1){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View2dfloat32_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dfloat32_hi(i0,i1){return new View2dfloat32(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dfloat32_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dfloat32(this.#storage,a0,a1,c0,c1,b)}
    proto.step=function View2dfloat32_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dfloat32(this.#storage,a0,a1,b0,b1,c)}
    proto.transpose=function View2dfloat32_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dfloat32(this.#storage,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dfloat32_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View2dfloat32(data,shape,stride,offset){return new View2dfloat32(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,EMPTY){
    function View3dfloat32(a,b0,b1,b2,c0,c1,c2,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View3dfloat32.prototype
    proto.dtype='float32'
    proto.dimension=3
    proto.set=function View3dfloat32_set(i0,i1,i2,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View3dfloat32_get(i0,i1,i2){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View3dfloat32_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dfloat32_hi(i0,i1,i2){return new View3dfloat32(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dfloat32_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dfloat32(this.#storage,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dfloat32_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dfloat32(this.#storage,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dfloat32_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dfloat32(this.#storage,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dfloat32_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View3dfloat32(data,shape,stride,offset){return new View3dfloat32(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,EMPTY){
    function View4dfloat32(a,b0,b1,b2,b3,c0,c1,c2,c3,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View4dfloat32.prototype
    proto.dtype='float32'
    proto.dimension=4
    proto.set=function View4dfloat32_set(i0,i1,i2,i3,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View4dfloat32_get(i0,i1,i2,i3){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View4dfloat32_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dfloat32_hi(i0,i1,i2,i3){return new View4dfloat32(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dfloat32_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dfloat32(this.#storage,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dfloat32_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dfloat32(this.#storage,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dfloat32_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dfloat32(this.#storage,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dfloat32_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=position((c+this.stride[3]*i3));else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View4dfloat32(data,shape,stride,offset){return new View4dfloat32(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
  float64: [
  function(makers,EMPTY){
    function View_Nilfloat64(a){Object.defineProperty(this,'data',DATA);;new Held(this,EMPTY,a)}
    const proto=View_Nilfloat64.prototype
    proto.dtype='float64'
    proto.index=function(){return -1}
    proto.size=0
    proto.dimension=-1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function(){return new View_Nilfloat64(this.#storage)}
    proto.get=proto.set=function(){}
    proto.pick=function(){return null}
    return{proto,make:function construct_View_Nilfloat64(a){return new View_Nilfloat64(a)}}
  },
  function(makers,EMPTY){
    function View0dfloat64(a,d){Object.defineProperty(this,'data',DATA);this.offset=d;new Held(this,EMPTY,a)}
    const proto=View0dfloat64.prototype
    proto.dtype='float64'
    proto.index=function(){return this.offset}
    proto.dimension=0
    proto.size=1
    proto.shape=proto.stride=proto.order=[]
    proto.lo=proto.hi=proto.transpose=proto.step=function View0dfloat64_copy(){return new View0dfloat64(this.#storage,this.offset)}
    proto.pick=function View0dfloat64_pick(){return makers[0](this.#storage)}
    proto.valueOf=proto.get=function View0dfloat64_get(){const i=this.offset,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.set=function View0dfloat64_set(v){const i=this.offset,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    return{proto,make:function construct_View0dfloat64(a,b,c,d){return new View0dfloat64(a,d)}}
  },
  function(makers,EMPTY){
    function View1dfloat64(a,b0,c0,d){Object.defineProperty(this,'data',DATA);this.shape=[b0];this.stride=[c0];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View1dfloat64.prototype
    proto.dtype='float64'
    proto.dimension=1
    proto.order=[0]
    proto.set=function View1dfloat64_set(i0,v){const i=this.offset+this.stride[0]*i0,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View1dfloat64_get(i0){const i=this.offset+this.stride[0]*i0,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View1dfloat64_index(i0){return this.offset+this.stride[0]*i0}
    proto.hi=function View1dfloat64_hi(i0){return new View1dfloat64(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,this.stride[0],this.offset)}
    proto.lo=function View1dfloat64_lo(i0){let b=this.offset,d=0,a0=this.shape[0];const c0=this.stride[0];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}return new View1dfloat64(this.#storage,a0,c0,b)}
    proto.step=function View1dfloat64_step(i0){let a0=this.shape[0],b0=this.stride[0],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}return new View1dfloat64(this.#storage,a0,b0,c)}
    proto.transpose=function View1dfloat64_transpose(i0){i0=i0===undefined?0:i0|0;const a=this.shape,b=this.stride;return new View1dfloat64(this.#storage,a[i0],b[i0],this.offset)}
    proto.pick=function View1dfloat64_pick(i0){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View1dfloat64(data,shape,stride,offset){return new View1dfloat64(data,shape[0],stride[0],offset)}}
  },
  function(makers,EMPTY){
    function View2dfloat64(a,b0,b1,c0,c1,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1];this.stride=[c0,c1];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View2dfloat64.prototype
    proto.dtype='float64'
    proto.dimension=2
    proto.set=function View2dfloat64_set(i0,i1,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View2dfloat64_get(i0,i1){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View2dfloat64_index(i0,i1){return this.offset+this.stride[0]*i0+this.stride[1]*i1}
    proto.hi=function View2dfloat64_hi(i0,i1){return new View2dfloat64(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,this.stride[0],this.stride[1],this.offset)}
    proto.lo=function View2dfloat64_lo(i0,i1){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1];const c0=this.stride[0],c1=this.stride[1];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}return new View2dfloat64(this.#storage,a0,a1,c0,c1,b)}
    proto.step=function View2dfloat64_step(i0,i1){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}return new View2dfloat64(this.#storage,a0,a1,b0,b1,c)}
    proto.transpose=function View2dfloat64_transpose(i0,i1){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;const a=this.shape,b=this.stride;return new View2dfloat64(this.#storage,a[i0],a[i1],b[i0],b[i1],this.offset)}
    proto.pick=function View2dfloat64_pick(i0,i1){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View2dfloat64(data,shape,stride,offset){return new View2dfloat64(data,shape[0],shape[1],stride[0],stride[1],offset)}}
  },
  function(makers,EMPTY){
    function View3dfloat64(a,b0,b1,b2,c0,c1,c2,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2];this.stride=[c0,c1,c2];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View3dfloat64.prototype
    proto.dtype='float64'
    proto.dimension=3
    proto.set=function View3dfloat64_set(i0,i1,i2,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View3dfloat64_get(i0,i1,i2){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View3dfloat64_index(i0,i1,i2){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2}
    proto.hi=function View3dfloat64_hi(i0,i1,i2){return new View3dfloat64(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,this.stride[0],this.stride[1],this.stride[2],this.offset)}
    proto.lo=function View3dfloat64_lo(i0,i1,i2){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}return new View3dfloat64(this.#storage,a0,a1,a2,c0,c1,c2,b)}
    proto.step=function View3dfloat64_step(i0,i1,i2){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}return new View3dfloat64(this.#storage,a0,a1,a2,b0,b1,b2,c)}
    proto.transpose=function View3dfloat64_transpose(i0,i1,i2){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;const a=this.shape,b=this.stride;return new View3dfloat64(this.#storage,a[i0],a[i1],a[i2],b[i0],b[i1],b[i2],this.offset)}
    proto.pick=function View3dfloat64_pick(i0,i1,i2){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View3dfloat64(data,shape,stride,offset){return new View3dfloat64(data,shape[0],shape[1],shape[2],stride[0],stride[1],stride[2],offset)}}
  },
  function(makers,EMPTY){
    function View4dfloat64(a,b0,b1,b2,b3,c0,c1,c2,c3,d){Object.defineProperty(this,'data',DATA);this.shape=[b0,b1,b2,b3];this.stride=[c0,c1,c2,c3];this.offset=position(d);new Held(this,EMPTY,a)}
    const proto=View4dfloat64.prototype
    proto.dtype='float64'
    proto.dimension=4
    proto.set=function View4dfloat64_set(i0,i1,i2,i3,v){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,e=this.#writable;if(e===EMPTY)return writeSlowly(this,i,v);return e[i]=v}
    proto.get=function View4dfloat64_get(i0,i1,i2,i3){const i=this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3,v=this.#elements[i];return v!==undefined?v:readSlowly(this,i)}
    proto.index=function View4dfloat64_index(i0,i1,i2,i3){return this.offset+this.stride[0]*i0+this.stride[1]*i1+this.stride[2]*i2+this.stride[3]*i3}
    proto.hi=function View4dfloat64_hi(i0,i1,i2,i3){return new View4dfloat64(this.#storage,typeof i0!=='number'||i0<0?this.shape[0]:i0|0,typeof i1!=='number'||i1<0?this.shape[1]:i1|0,typeof i2!=='number'||i2<0?this.shape[2]:i2|0,typeof i3!=='number'||i3<0?this.shape[3]:i3|0,this.stride[0],this.stride[1],this.stride[2],this.stride[3],this.offset)}
    proto.lo=function View4dfloat64_lo(i0,i1,i2,i3){let b=this.offset,d=0,a0=this.shape[0],a1=this.shape[1],a2=this.shape[2],a3=this.shape[3];const c0=this.stride[0],c1=this.stride[1],c2=this.stride[2],c3=this.stride[3];if(typeof i0==='number'&&i0>=0){d=i0|0;b+=c0*d;a0-=d}if(typeof i1==='number'&&i1>=0){d=i1|0;b+=c1*d;a1-=d}if(typeof i2==='number'&&i2>=0){d=i2|0;b+=c2*d;a2-=d}if(typeof i3==='number'&&i3>=0){d=i3|0;b+=c3*d;a3-=d}return new View4dfloat64(this.#storage,a0,a1,a2,a3,c0,c1,c2,c3,b)}
    proto.step=function View4dfloat64_step(i0,i1,i2,i3){let a0=this.shape[0],b0=this.stride[0],a1=this.shape[1],b1=this.stride[1],a2=this.shape[2],b2=this.stride[2],a3=this.shape[3],b3=this.stride[3],c=this.offset,d=0;if(typeof i0==='number'){d=i0|0;if(d<0){c+=b0*(a0-1);a0=Math.ceil(-a0/d)}else a0=Math.ceil(a0/d);b0*=d}if(typeof i1==='number'){d=i1|0;if(d<0){c+=b1*(a1-1);a1=Math.ceil(-a1/d)}else a1=Math.ceil(a1/d);b1*=d}if(typeof i2==='number'){d=i2|0;if(d<0){c+=b2*(a2-1);a2=Math.ceil(-a2/d)}else a2=Math.ceil(a2/d);b2*=d}if(typeof i3==='number'){d=i3|0;if(d<0){c+=b3*(a3-1);a3=Math.ceil(-a3/d)}else a3=Math.ceil(a3/d);b3*=d}return new View4dfloat64(this.#storage,a0,a1,a2,a3,b0,b1,b2,b3,c)}
    proto.transpose=function View4dfloat64_transpose(i0,i1,i2,i3){i0=i0===undefined?0:i0|0;i1=i1===undefined?1:i1|0;i2=i2===undefined?2:i2|0;i3=i3===undefined?3:i3|0;const a=this.shape,b=this.stride;return new View4dfloat64(this.#storage,a[i0],a[i1],a[i2],a[i3],b[i0],b[i1],b[i2],b[i3],this.offset)}
    proto.pick=function View4dfloat64_pick(i0,i1,i2,i3){const a=[],b=[];let c=this.offset;if(typeof i0==='number'&&i0>=0)c=position((c+this.stride[0]*i0));else{a.push(this.shape[0]);b.push(this.stride[0])};if(typeof i1==='number'&&i1>=0)c=position((c+this.stride[1]*i1));else{a.push(this.shape[1]);b.push(this.stride[1])};if(typeof i2==='number'&&i2>=0)c=position((c+this.stride[2]*i2));else{a.push(this.shape[2]);b.push(this.stride[2])};if(typeof i3==='number'&&i3>=0)c=position((c+this.stride[3]*i3));else{a.push(this.shape[3]);b.push(this.stride[3])};return makers[a.length+1](this.#storage,a,b,c)}
    return{proto,make:function construct_View4dfloat64(data,shape,stride,offset){return new View4dfloat64(data,shape[0],shape[1],shape[2],shape[3],stride[0],stride[1],stride[2],stride[3],offset)}}
  }
  ],
    }
  }
}
