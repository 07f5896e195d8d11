// Puts a .br and a .gz beside each file that the gateway would otherwise have to compress for every reader.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const STATIC = 'target/classes/dev/demarc/dashboard/static';
const WORTH_IT = /\.(js|css|html|svg|json)$/;

for (const entry of readdirSync(STATIC, { recursive: true, withFileTypes: true })) {
  if (entry.isFile() && WORTH_IT.test(entry.name)) {
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, quality));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
