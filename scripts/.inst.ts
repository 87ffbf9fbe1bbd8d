import { installN8n } from '/work/main/scripts/editor/install';
installN8n().then((did) => console.log('installed', did), (e) => { console.error(e); process.exit(1); });
