import 'reflect-metadata';

import { fs, nodeProcess, os, path } from './node';

/**
 * Settings n8n-core reads when it is first used. Importing this module before n8n-core keeps its
 * settings file out of the home directory, its log silent and binary data in memory.
 */
const encryptionKey = 'a-key-for-tests-only';
const userFolder = path.join(os.tmpdir(), `n8n-engine-${os.userInfo().username}`);

Object.assign(nodeProcess.env, {
	N8N_USER_FOLDER: userFolder,
	N8N_ENCRYPTION_KEY: encryptionKey,
	N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
	N8N_DEFAULT_BINARY_DATA_MODE: 'default',
	N8N_LOG_LEVEL: 'silent',
	N8N_EXPRESSION_ENGINE: 'legacy',
	NO_PROXY: [nodeProcess.env.NO_PROXY, 'localhost', '127.0.0.1'].filter(Boolean).join(','),
});

const n8nFolder = path.join(userFolder, '.n8n');
const settingsFile = path.join(n8nFolder, 'config');
if (!fs.existsSync(settingsFile)) {
	// Test files run in parallel processes: whoever looks must see no file or a whole one.
	fs.mkdirSync(n8nFolder, { recursive: true });
	const draft = `${settingsFile}.${nodeProcess.pid}`;
	fs.writeFileSync(draft, JSON.stringify({ encryptionKey }));
	fs.renameSync(draft, settingsFile);
}
