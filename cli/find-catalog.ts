import { resolve } from 'node:path';
import type { Config } from '../config/schema.ts';
import { holdsDatabase } from '../db/embedded/data-directory.ts';
import { holderOf } from '../db/embedded/lock.ts';
import { CommandError } from './exit-codes.ts';
import { printNotice } from './terminal/print-notice.ts';

/** Folder of the demo's database, relative to the working directory. */
export const demoDataDir = '.sagecat/demo';
/** The database of the default configuration. */
const usualDataDir = '.sagecat';

/**
 * The configuration with which a catalog that exists is read: where the usual folder holds none and a demo was run there, the
 * demo's. Says on standard error when that is so. Throws a CommandError that says what to run where there is no catalog: reading makes none.
 */
export async function findCatalog(config: Config): Promise<Config> {
  const { url, data_dir: dataDir } = config.database;
  if (url !== undefined) return config;
  const isUsual = dataDir === usualDataDir;
  if (await holdsDatabase(dataDir)) {
    if (isUsual && (await holderOf(demoDataDir)))
      printNotice(`the demo that runs here has a catalog of its own: SAGECAT_DATA_DIR=${demoDataDir}`);
    return config;
  }
  if (isUsual && (await holdsDatabase(demoDataDir))) {
    printNotice(`using the catalog of the demo, ${demoDataDir}`);
    return { ...config, database: { ...config.database, data_dir: demoDataDir } };
  }
  throw new CommandError(
    `there is no catalog in ${resolve(dataDir)} yet: fill one with sagecat crawl, sagecat up or sagecat import, look at made-up jobs with sagecat demo, or name where it is with SAGECAT_DATA_DIR or DATABASE_URL`,
  );
}
