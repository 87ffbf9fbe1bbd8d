import { path, root as rootFolder } from '../../test/support/node';

/** The repository. */
export const root = path.resolve(rootFolder);

/** What pins n8n: package.json, package-lock.json and the stand-in for its one native part. */
export const pins = path.join(root, 'test', 'system', 'e2e', 'n8n');

/** Everything that is fetched or made here, and can be made again. */
export const cache = path.join(root, '.cache');

/** The installed n8n; shared by everything that starts one. */
export const n8nFolder = path.join(cache, 'n8n');

/** The package as npm would publish it; shared by everything that installs it. */
export const packedFolder = path.join(cache, 'package');

/** The editor's own data: N8N_USER_FOLDER and log. `--reset` removes it. */
export const editorFolder = path.join(cache, 'editor');
