// Installs what package-lock.json names, unless it is installed already.
import { execSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(`The dashboard is built with Node 20 or newer; this is ${process.version}.`);
  process.exit(1);
}
const installed = 'node_modules/.package-lock.json';
const wanted = ['package-lock.json', 'package.json'];
if (!existsSync(installed) || wanted.some((file) => statSync(file).mtimeMs > statSync(installed).mtimeMs)) {
  execSync('npm ci --silent', { stdio: 'inherit' });
}
