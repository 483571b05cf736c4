/*
 * Where a bar is missed, why: the limit of the machine or the engine in counts, what was tried, and what it would take. By workload.
 */

const call =
  'Below 4,000 elements it is what the engine takes to make objects. An operation makes a node and an array, 0.45 µs; of these 0.13 to 0.17 µs are ' +
  'the own accessor `data`, without which `toEqual` takes arrays of different elements for equal (five ways of defining it were measured). An ' +
  'evaluation with a known plan takes 1.2 µs. NumPy makes two objects in C, about 0.5 µs each. It would take a `data` on the prototype.'

const cold =
  'From 4,000 elements on it is memory: NumPy gives a dropped result back at once and writes the next into the same lines of the first-level cache. ' +
  'Ours are found by collections of the young generation, every 12 MiB, so that each result goes to lines that were left long ago. Collections ' +
  'every 6 to 96 MiB were measured (ADR 6); below 12 they cost more than the caches give.'

const lanes = (instructions: string): string =>
  `${instructions} SIMD instructions an element, of 2 lanes, at 4 a cycle and with two threads, against one thread with 8 lanes, fused multiplications and ` +
  'tables in registers (docs/accuracy.md). With fewer instructions the last digit would not be right; it would take wider vectors or `relaxed_madd` ' +
  'with the same bits on every machine.'

const multiplied =
  'The kernel alone does 20 to 22 GFlop/s in float64 from 96² to 1000², 37 to 43 in float32, on one thread: two multiplications and two additions of 2 lanes ' +
  'a cycle are 28 at 3.5 GHz, and six loads come with sixteen of these (docs/adr/014-registers-are-counted.md). OpenBLAS has 8 lanes and fused ' +
  'multiplications: 76. What is lost beside it: with few calls a loop runs in JavaScript before its kernel is taken, and the second core is not always there.'

const factored = (times: string): string =>
  `On one thread, least, ${times}. Kernels take products away at 21 GFlop/s, OpenBLAS at 76 (see \`a @ b\`). What is beside them: a panel's columns are taken ` +
  'one after the other, by a kernel of 2 lanes, and products of 32 columns put as many numbers in order as they multiply by 32.'

const divided = (times: string): string =>
  `On one thread, least, ${times}. The reduction to two or three diagonals is two fifths of it (see \`eigvalsh\` and \`svdvals\`), what reflections make of the vectors ` +
  'another quarter. The vectors of these diagonals are those of two halves, joined by products at 21 GFlop/s, where OpenBLAS does 76 (see `a @ b`); the roots of the ' +
  'secular equations and their weights, a tenth of all, are found in JavaScript, on one thread.'

const small = (rest: string): string =>
  `At 10³ in processor time, least of many, one thread, on a busy machine: ${rest} What is left beside the kernel is an array (0.45 µs), reading the ` +
  'arguments (0.2 to 0.4), memory of the heap and its typed array (0.2 to 0.3), and, of what is recorded, a plan that is found and run (1.2).'

const turns = (bytes: string, same: string, numba: string): string =>
  `${bytes} are moved, as by Numba. Written to one block again and again (\`dispose()\` each turn) it takes ${same} µs, Numba, whose allocator gives the ` +
  `same two or three addresses in 500 runs, ${numba} (least and median, both peers at real-time priority). Left to garbage collection, results take turns in ` +
  'three blocks, and every second of 8 MB comes after a collection of the young: 0.1 ms alone on the machine, 0.34 beside other work. Other paces were ' +
  'measured (ADR 6).'

export const limits: Readonly<Record<string, string>> = {
  'NumPy-style against ndarray-ops':
    'A call of ndarray-ops is one loop of JavaScript over 1,000 elements, 1 to 5 µs where it adds, and writes into an array that is there. Ours makes an array ' +
    '(0.45 µs), and finds and runs a plan (1.2). Functions that compute more are ahead (`power` 2.4 to 3.2).',
  import:
    'The engine reads 608 kB for it, 22 ms at its least, and runs their modules in 9 (ADR 11). What is not needed to record an expression stands in files ' +
    'beside. `NODE_COMPILE_CACHE` (Node 22 and later) keeps what was read; the library itself touches no disk when it is imported.',
  'first result':
    'Node alone is 62 to 82 ms of it here (`cold`), the import 37 to 49. Making the plan is 15, the first thread 15, `node:crypto` 5, the loop 30 to 40, all in code ' +
    'that the engine runs for the first time (ADR 11).',
  'first expression':
    'Both run loops of JavaScript, ours at once. Two runs gave 1.25 and 1.26 of the peer: 43 and 56 ms more, about what the import takes.',
  again: `${call} ${cold}`,
  'another constant': `${call} ${cold}`,
  window: `A turn makes two slices of each operand, four arrays more, as much as the expression itself. ${cold}`,
  'chain of 20': `${call} Twenty of them, where NumPy makes twenty.`,
  softmax:
    'Of 52 µs for 10⁴ elements (both peers at real-time priority, least times; NumPy 49) exp alone takes 23, see there; a loop of its own finds the ' +
    'largest of each row, and one divides.',
  sum:
    'At 10³ it is the call: a node and an array 0.45 µs, an evaluation with a known plan 1.2, reading the number; the loop is 0.25 (10⁴ elements take 2.2 µs ' +
    'more). NumPy makes one object in C.',
  'masked sum':
    'At 10³ 4.7 µs, least, and 7.9 in the middle (NumPy 5.2 to 8.7 in four runs): 2.8 and 5.4 of these are four operations recorded, which leave the engine ' +
    'more to collect than anything else here.',
  distances:
    'Two sines, a cosine and an arcsine are 137 SIMD instructions an element, of 2 lanes (docs/accuracy.md): 33 ns, one thread, alone. 10³ elements are ' +
    'one call of 33 µs since a second thread gains nothing there (least 31, median 75 beside 47 with one), and 15 operations are 7 more. NumPy has sines ' +
    'of 8 lanes.',
  'softmax float32':
    'Four runs of one day gave 2.4, 4.3, 4.8 and 5.4 ms, NumPy 2.2 to 2.6: the first with both peers at real-time priority, which gives us the second ' +
    'core. exp alone is 9 instructions an element, of 4 lanes, against 16 lanes on one thread.',
  'logistic float32':
    'One thread takes 1.85 ms (least), of which exp is 1.27: 9 instructions an element, of 4 lanes, where NumPy has 16 lanes on one thread and takes 0.44. On ' +
    'two threads 1.0 is the least beside other work. It would take wider vectors.',
  'look each turn':
    'At 10⁴ a turn takes 12 to 14 µs once V8 has compiled what a turn runs through, which takes it some 2,400 turns (70 to 100 µs each, a fifth of a ' +
    'second), and 18 to 24 after a pause of 3 to 20 ms, as NumPy takes 1.7 times as long after one. Three operations and an evaluation are 2.6, and ' +
    '80 kB go to memory that was left 12 MiB ago, where NumPy writes the same lines of its cache.',
  'inplace-chain':
    'Results go to other memory than operands: 32 bytes an element are moved where writing over the operand moves 24, and both are at the pace of the ' +
    'memory, 65 to 80 GB/s. What it would take is in ADR 6.',
  'fma-chain': turns('32 MB', '704 and 746', '568 and 626'),
  cse: turns('16 MB', '304 and 354', '287 and 330'),
  'a @ b, square matrices, float64': multiplied,
  'a @ b, square matrices, float32': multiplied,
  'a[mask], half true': small('3.5 µs, NumPy 2.7; 7.3 before calls on few elements were done at once.'),
  'compress(mask, a), half true': small('3.0 µs, NumPy 2.6; 4.9 before calls on few elements were done at once.'),
  'nonzero(mask), half true': small(
    '2.5 µs, NumPy 1.5: two launches of kernels, one that counts and one that places, are 0.6 each.',
  ),
  'a[a > 0.5].sum()': small(
    '9.4 to 11 µs, NumPy 4.6: the mask and the sum are an evaluation each, since the length of what is summed decides its order.',
  ),
  'take(a, idx), random int32': small(
    '4.0 µs, NumPy 2.3, where the same indices are taken by again (4.8 before it was kept how far they reach); looking at 1,000 new ones takes 1.0 to 2.4 more.',
  ),
  'bincount(idx), 1,000 bins': small(
    '3.9 µs, NumPy 2.0 (7.9 before): 1,000 counts that wait for the one before where numbers repeat, and 1,000 of them widened to 64 bits.',
  ),
  'concatenate([a, b])': small(
    '1.9 µs alone, NumPy 0.95: 16 kB are moved by a kernel; 2.3 where the engine moved them, which needs a typed array of the result.',
  ),
  'concatenate([a*2, b + 1])': small(
    '4.4 µs alone, NumPy 3.1: two operations and a join are recorded, and one loop stores both parts.',
  ),
  'stack([a, b], 1)': small(
    '2.6 µs alone, NumPy 3.7: not reached beside other work. At 10⁵ 33 µs and at 10⁶ 0.63 ms are the least (NumPy 146 and 1.9): 100 and 1.5 before, when ' +
      'each array was copied first.',
  ),
  'stack([a*2, b + 1], 1)': small(
    '5.7 µs alone, NumPy 5.2, and 2.6 to 3.6 of settled arrays: two operations and a join are recorded, whose loop stores every second element.',
  ),
  'histogram(a, 100)':
    'An element takes 5.9 ns on one thread, of which its extremes, read before, 0.3: a subtraction, a multiplication, a conversion, two edges that are looked at, ' +
    'as rounding may be one off, and a count that waits for the one before where two are the same. On two threads 2.3 ms are the least, 5.2 times NumPy, ' +
    '3.4 the median beside other work: 3 times is met by a second core that is there.',
  'a @ v, a matrix of 1000²':
    'One thread takes 300 µs, as long as the sum of the matrix, and NumPy on one 280: 8 MB at 27 GB/s is what a thread gets from the last-level cache here. ' +
    'On two threads 204 µs are the least, medians 300 beside other work: ours wait in the system and are woken in 30 to 50 µs, those of OpenBLAS do not sleep ' +
    '(119 and 146), and begin at once at the same halves, of which second-level caches keep a part. In a cache (300²) it is 2.75 instructions an element, 0.27 ns: rows are ' +
    'lanes, since sums have one order, and are turned by as many shuffles as loads; 8, 12 and 16 rows at a time, and 2 to 8 columns between two ' +
    'additions to addresses, were measured: none was quicker.',
  'linalg.solve(a, v)': factored('solve takes 1.2 ms at 200², 7.4 at 500², 49 at 1000², OpenBLAS 0.28, 2.9 and 20'),
  'linalg.slogdet(a)': factored(
    'the factors are those of solve: 0.71 ms at 200², 8.4 at 500², 46 at 1000², OpenBLAS 0.28, 2.8 and 20',
  ),
  'linalg.inv(a)': factored('inv takes 3.6 ms at 200², 23 at 500², 161 at 1000², OpenBLAS 1.1, 12 and 80'),
  'linalg.cholesky(a)': factored('cholesky takes 0.66 ms at 200², 6.9 at 500², 26 at 1000², OpenBLAS 0.40, 3.5 and 20'),
  'linalg.qr(a)':
    'On one thread, least, qr takes 3.3 ms at 200², 30 at 500², OpenBLAS 1.6 and 15. At 500² 55 of 100 samples are kernels that take products away at ' +
    '21 GFlop/s, where OpenBLAS does 76 (see `a @ b`), and 13 are columns that are reflected in JavaScript, a panel at a time.',
  'linalg.lstsq(a, v)':
    'On one thread, least, lstsq takes 6.5 ms at 200², 50 at 500², 363 at 1000², LAPACK 3.6, 29 and 210. The reduction to two diagonals is all but a few milliseconds of it: ' +
    'half of its 8/3·n³ operations are products with vectors, of which each reads what is left of the matrix.',
  'linalg.eigvalsh(a)':
    'On one thread, least, eigvalsh takes 2.9 ms at 200², 27 at 500², 186 at 1000², LAPACK 1.1, 9.2 and 57: products of the whole matrix and a vector, of which LAPACK ' +
    'reads half, and of all that is taken away by a panel, not half.',
  'linalg.svdvals(a)':
    'On one thread, least, svdvals takes 4.6 ms at 200², 42 at 500², 363 at 1000², LAPACK 2.1, 20 and 154: the reduction to two diagonals (see `lstsq`).',
  'linalg.eigh(a)': divided('eigh takes 7.7 ms at 200², 87 at 500², 810 at 1000², LAPACK 2.5, 26 and 157'),
  'linalg.svd(a)': divided(
    'svd takes 17 ms at 200², 170 at 500², 1600 at 1000², LAPACK 5.7, 53 and 386 (there are two matrices of vectors)',
  ),
  'searchsorted(sorted, b), n numbers in n':
    'Four searches go side by side, a step is one comparison: 8.3 µs at 10³ (least; NumPy 12), 1.1 ms at 10⁵, 60 ms at 10⁶, where each step but the first ' +
    'ones waits for memory.',
  'rng.random(n)': small(
    '4.4 µs alone, NumPy 2.9: a number takes 38 operations of WebAssembly, 7 of them multiplications of 64 bits, since the upper half of a product of 64 ' +
      'bits has no instruction and is made of four halves; at 10⁶ two threads make up for it.',
  ),
  'rng.integers(0, 1000, n)':
    'A draw takes 43 operations of WebAssembly, 8 of them multiplications of 64 bits (a product of 128 is made of halves), and one thread does them all: where a draw ' +
    'is rejected, all after it come from other places of the stream. 2.5 ms are the least at 10⁶, NumPy 2.5; medians 2.8 and 3.0 beside other work.',
  'sort(a)':
    'At 10³ 9.1 µs of processor time, NumPy 3.7: a line goes into as many buckets by value as it has elements and is mended by insertion, three passes ' +
    'of which two store to places that the element tells, one element at a time. NumPy has networks of 8 doubles in registers with compressed stores ' +
    '(AVX-512), for which WebAssembly has no instruction.',
  'monte carlo π':
    'Of 4.9 ms (least, on a busy machine) the loop that counts takes 0.95; the rest is 2·10⁶ steps of PCG64, 2 ns each on two threads. A ' +
    'step is 7 products of 64 bits: 4 of them are the upper half of one, for which WebAssembly has no instruction, and processors have.',
  'classifier step':
    'Of 18 to 23 ms (least, on a busy machine) the two products are 40 MFlop each, 1.5 and 3.7 ms where registers allow 21 GFlop/s a thread; 10⁶ ' +
    'exponentials of 14.5 instructions 4.3; the largest of each row, whose 10 elements are no whole number of vectors, 2.5; quotients and labels 1.5. ' +
    'Before products over a long index were cut into blocks of it, the second one took 13 on one thread.',
  'vectorized haversine':
    'Two sines, a cosine and an arcsine take V8 44 ns an element (docs/accuracy.md), us 33 with all else, on one thread: they are 137 SIMD instructions ' +
    'of 2 lanes, so that on two threads 2.7 times is the most.',
  'vectorized blackscholes':
    '191 SIMD instructions an element, of 2 lanes, 2.6 of them a cycle: 29 ns on one thread, as the array operations (the plain loop 178), so that 12 times is the most ' +
    'on two. At 10⁵ least times are 1.7 ms on two threads and 2.9 on one; with pauses of 80 ms between samples, as while peers take their turns, medians are ' +
    '3.2 and 4.6: caches are others’, and the second core comes late or not at all. The engine’s better code is there after 11 ms.',
  'vectorized piecewise':
    '10 SIMD instructions an element and half of a square root of 2 lanes: 2.3 to 2.7 ns on one thread (the plain loop 16). At 10⁵ that is 0.27 ms, of which a second thread, woken ' +
    'in 30 to 50 µs, takes a third at best (least 0.16 to 0.24): 7 to 10 times the plain loop at the least, after pauses of 80 ms the median is 0.5 ms.',
  'vectorized mandelbrot':
    'A round of 8 elements is about 110 machine instructions: 44 of arithmetic, 35 moves to the stack and back, since 4 vectors side by side carry more ' +
    'than 16 registers hold; 4 elements side by side take longer (57 ms on one thread). Least times on two threads are 23 to 25 ms (5.4 to 5.9 times the ' +
    'plain loop), medians 28 to 37: one thread takes now 41, now 67 ms here, while the plain loop, which waits for its own results, stays as it is.',
  'compiled chain of 20':
    'Least times, in one process, in turns: 2.38 µs, the kernel alone 1.50. Of these 0.88 reading the arguments takes 0.1, an execution 0.3, a node and a storage 0.12, ' +
    'the array with its own accessor `data` 0.15. Medians are 1.2 µs over the kernel alone on the machine; in turns in one process 1.1 to 1.9 beside eighteen ' +
    'other programs on its two cores, in processes of their own, with pauses, 2.4 and more. 1 kB is made a call, and goes to lines that no cache holds; a ' +
    'collection of the young each 1,700 calls is 0.13 to 0.27 of it. Memory of results does not matter (disposed of at once: the same), nor do the 150 ' +
    'bytes of an execution’s own (kept for the next: the same).',
  'exp float64': lanes('14.5'),
  'log float64': lanes('18'),
  'tanh float64': lanes('29'),
  'a[idx]*b + c':
    'At 10³ 5.7 µs at its least (a*b + c alone 4.7, NumPy 5.0 in the middle): three operations recorded are 1.35, an evaluation with a known plan 1.2; ' +
    'the gather adds 1.0, a load for each index.',
  'k-means step':
    'One loop of 5.1 ms, two threads: 96 operations an element in vectors of two, 2.6 ms with the labels stored, and three sums by label, which are added ' +
    'one element after the other: sums into 8 bins wait for one another.',
  'moving average':
    'Three runs of one day gave 1.77, 2.39 and 2.62. The totals are stored, since two slices of them 50 apart are read: 8 bytes an element are read in ' +
    'each phase of the scan and 8 written, then 16 read and 8 written, 48 in all, where NumPy moves 56 with one thread.',
  'life step':
    'Four loops read 9 MB and write 1: 239 µs are the least on two threads, 319 on one (NumPy 660), so that twice is met by a second core that is there.',
  life: 'Medians and least times differ: two runs gave 1.09 and 0.87 by the one and 1.55 and 1.24 by the other. A generation of 65,536 cells is handed to the second thread and waits for it, also where another program has that core.',
  accumulate:
    'A turn draws 10⁶ numbers, 2.8 to 3.0 ms with both threads and 4.2 with one, where they are drawn alone (38 operations of WebAssembly a number: see `rng.random(n)` among the builders). Nobody looks for 1,000 turns, so that one loop reads as many draws, in pieces of a thousand numbers, which one thread draws: 5 to 6 ms a turn, where it is 3.9 to 4.7 if each turn is evaluated. Pieces of 2¹⁴, 2¹⁵ and 2¹⁶ numbers took 6.6 to 8, 4.5 to 6.8 and 5 to 6 ms, and up to 158 MiB.',
  'PageRank step':
    'Three runs of one day gave 1.55, 1.97 and 2.30: a million links are gathers of 8 bytes from 800 kB, 4.5 to 5.8 ns each with both threads.',
}
