import { suite } from './support/suite.js'

/* Integers of 64 bits where doubles cannot hold them (`tools/numpy-names/integers.py`). */
suite('integers')
