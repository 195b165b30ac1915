// Makes a new database in the directory that the argument names. It takes the memory of several databases, which WebAssembly gives back
// only with its process: this is one of its own, see EngineThread.
import { PGlite } from '@electric-sql/pglite';

const db = await PGlite.create({ dataDir: process.argv[2] ?? '' });
await db.close();
