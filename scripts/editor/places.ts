import { path, root as rootFolder } from '../../test/support/node';

/** The repository. */
export const root = path.resolve(rootFolder);

/** What pins n8n: package.json, package-lock.json and the stand-in for its one native part. */
export const pins = path.join(root, 'test', 'e2e', 'n8n');

const cache = path.join(root, '.cache');

/** The installed n8n; shared by everything that starts one. */
export const n8nFolder = path.join(cache, 'n8n');

/** The editor's own data: N8N_USER_FOLDER, log, packed package. `--reset` removes it. */
export const editorFolder = path.join(cache, 'editor');
