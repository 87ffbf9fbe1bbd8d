const { DatabaseSync } = require('node:sqlite');

const OPEN_READONLY = 1;
const OPEN_READWRITE = 2;
const OPEN_CREATE = 4;
const OPEN_URI = 64;

/** sqlite3 takes what SQLite has no type for; node:sqlite refuses it. */
function bindable(value) {
	if (value === undefined) return null;
	if (typeof value === 'boolean') return value ? 1 : 0;
	if (value instanceof Date) return value.getTime();
	if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
		return String(value);
	}
	return value;
}

/** The part of sqlite3's Database that n8n's TypeORM calls: run, all and close, with callbacks. */
class Database {
	#open;

	constructor(file, ...rest) {
		const done = rest.pop();
		const [flags = OPEN_READWRITE | OPEN_CREATE] = rest;
		this.#answer(done, () => {
			this.#open = new DatabaseSync(file, {
				readOnly: (flags & OPEN_READONLY) !== 0,
				// n8n's migrations edit sqlite_master and quote strings as SQLite once allowed.
				defensive: false,
				enableDoubleQuotedStringLiterals: true,
			});
		});
	}

	run(sql, ...rest) {
		this.#query(sql, rest, (statement, values) => {
			const { lastInsertRowid, changes } = statement.run(...values);
			return { context: { lastID: Number(lastInsertRowid), changes: Number(changes) } };
		});
	}

	all(sql, ...rest) {
		this.#query(sql, rest, (statement, values) => ({ result: statement.all(...values) }));
	}

	close(done) {
		this.#answer(done, () => this.#open.close());
	}

	#query(sql, rest, ask) {
		const done = rest.pop();
		const values = (rest[0] ?? []).map(bindable);
		this.#answer(done, () => ask(this.#open.prepare(sql), values));
	}

	/** Like sqlite3, calls back in a later turn, with `lastID` and `changes` as its `this`. */
	#answer(done, work) {
		let error = null;
		let answer;
		try {
			answer = work();
		} catch (thrown) {
			error = thrown;
			// TypeORM and n8n read SQLite's code from the message, as sqlite3 writes it.
			const code = thrown.errcode === undefined ? undefined : CODES[thrown.errcode & 0xff];
			if (code) Object.assign(error, { code, errno: thrown.errcode & 0xff });
			if (code && !error.message.startsWith(code)) error.message = `${code}: ${error.message}`;
		}
		setImmediate(() => done?.call(answer?.context ?? this, error, answer?.result));
	}
}

const CODES = {
	1: 'SQLITE_ERROR',
	5: 'SQLITE_BUSY',
	6: 'SQLITE_LOCKED',
	8: 'SQLITE_READONLY',
	11: 'SQLITE_CORRUPT',
	13: 'SQLITE_FULL',
	14: 'SQLITE_CANTOPEN',
	19: 'SQLITE_CONSTRAINT',
};

const sqlite3 = { Database, OPEN_READONLY, OPEN_READWRITE, OPEN_CREATE, OPEN_URI };
sqlite3.verbose = () => sqlite3;
module.exports = sqlite3;
