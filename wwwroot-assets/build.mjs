// Bundles every src/*.ts (one page script each) and css/app.css into the App's wwwroot/dist.
import { build } from 'esbuild';
import { readdirSync } from 'node:fs';

const scripts = readdirSync('src').filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts')).map(name => `src/${name}`);
const shared = { bundle: true, minify: true, outdir: '../src/App/wwwroot/dist', logLevel: 'warning' };

await build({ ...shared, entryPoints: scripts, splitting: true, format: 'esm', target: 'es2022' });
await build({ ...shared, entryPoints: ['css/app.css'], external: ['*.svg', '*.png'] });
