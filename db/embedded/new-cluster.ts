// Creates a new database in the directory of the argument. This takes the memory of several databases, which WebAssembly frees only with its
// process, so it is a process of its own; see EngineThread.
import { PGlite } from '@electric-sql/pglite';

const db = await PGlite.create({ dataDir: process.argv[2] ?? '' });
await db.close();
