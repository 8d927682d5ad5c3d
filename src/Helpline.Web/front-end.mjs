// Bundles Assets/*.ts and Assets/*.scss into wwwroot/dist. Run by the build when an input changed (FrontEnd.targets), or by `npm run build`.
// Two builds of one clone at once are safe: one waits for the other, and files are put in place whole.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const output = join(root, 'wwwroot', 'dist');
const modules = join(root, 'node_modules');
const installed = join(modules, '.helpline-lock-hash');
const lock = join(root, 'obj', 'front-end.lock');
const secondsToNameTheHolder = 5;

/** Whether the process that made the lock is gone: it was stopped in the middle and will not clear up. */
function isAbandoned() {
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined) return false;
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH' || (error.code === 'ENOENT' && Date.now() - made > secondsToNameTheHolder * 1000);
  }
}

/** Held as a directory: making one is atomic on every file system. */
async function withLock(work) {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAbandoned()) rmSync(lock, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** `npm ci`, unless what is installed is already what the lock file asks for. Install scripts stay off: nothing we use needs one. */
function installPackages() {
  const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return;
  const run = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) throw new Error('npm ci did not succeed; its messages are above.');
  writeFileSync(installed, wanted);
}

/** Written beside its place and moved there, so that nobody is served half a file. */
function place(path, bytes) {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, bytes);
  renameSync(temporary, path);
}

const assets = (extension) =>
  readdirSync(join(root, 'Assets')).filter((file) => file.endsWith(extension) && !file.endsWith('.d.ts')).map((file) => join(root, 'Assets', file));

async function bundle() {
  const require = createRequire(join(root, 'package.json'));
  const esbuild = require('esbuild');
  const sass = require('sass');
  const written = new Set();
  const keep = (path, bytes) => {
    place(path, bytes);
    written.add(path);
  };

  const scripts = await esbuild.build({
    entryPoints: assets('.ts'),
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    sourcemap: 'linked',
    legalComments: 'none',
    outdir: output,
    chunkNames: 'chunks/[name]-[hash]',
    write: false,
    logLevel: 'warning',
  });
  for (const file of scripts.outputFiles) keep(file.path, file.contents);

  for (const file of assets('.scss')) {
    const compiled = sass.compile(file, { loadPaths: [modules], quietDeps: true });
    const { code } = await esbuild.transform(compiled.css, { loader: 'css', minify: true, target: ['safari15', 'chrome100', 'firefox100'] });
    keep(join(output, basename(file).replace(/\.scss$/, '.css')), code);
  }

  for (const file of readdirSync(output, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath ?? file.path, file.name);
    if (file.isFile() && !written.has(path) && !path.endsWith('.tmp')) rmSync(path, { force: true });
  }
}

await withLock(async () => {
  installPackages();
  await bundle();
});
