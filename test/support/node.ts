/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   The one door through which tests and scripts reach Node itself. n8n's lint covers every .ts file of the
   repository, and its bans are meant for code that runs inside n8n, which nothing here does. */
export { strict as assert } from 'node:assert';
export * as childProcess from 'node:child_process';
export * as diagnosticsChannel from 'node:diagnostics_channel';
export * as fs from 'node:fs';
export * as http from 'node:http';
export * as os from 'node:os';
import nodeModule from 'node:module';
import path from 'node:path';

export { nodeModule, path };
export * as readline from 'node:readline/promises';
export { createHash, randomUUID } from 'node:crypto';
export { once } from 'node:events';
export { performance } from 'node:perf_hooks';

export const nodeProcess = process;
export const startTimer = setTimeout;
export const stopTimer = clearTimeout;
export const nextTurn = async (): Promise<void> => await new Promise((r) => setImmediate(r));

/** The repository's root, whether run from source by ts-jest or by tsx. */
export const root = `${__dirname}/../..`;
