// Makes src/Domain/People/Pinyin/Readings.txt: every reading of the characters U+4E00..9FFF, and of the characters
// outside the basic plane named below, as npm's pinyin-pro (MIT) knows them. Run it once, by hand; nothing in the
// build needs it. pinyin-pro is no dependency of this repository, so install it in a temporary folder:
//
//   folder=$(mktemp -d) && npm install --prefix "$folder" pinyin-pro@3.29.4
//   node wwwroot-assets/tools/pinyin-table.mjs "$folder" > src/Domain/People/Pinyin/Readings.txt
import { createRequire } from 'node:module';
import { join } from 'node:path';

const folder = process.argv[2];
if (!folder) {
  console.error('Name the folder in which pinyin-pro was installed.');
  process.exit(1);
}
const { pinyin } = createRequire(join(folder, 'node_modules', 'x.js'))('pinyin-pro');

// Characters of given names that lie outside the basic plane (GB 18030, implementation level 2).
const rare = [...'𬭊𬭳𬭛𬭶𬀩𬱖𬘡𬘭𬴂𬍤𬭼𬬩𬬭𬸦𬳵𬘓𬇙𬣙𬤊𬮱𬸣𬍛𬬸𬯀𫍽𫖳𫍯𫄸𫍲𫓧𫘜'];
const plane = Array.from({ length: 0xa000 - 0x4e00 }, (_, n) => String.fromCodePoint(0x4e00 + n));

const lines = new Map();
for (const character of [...plane, ...rare]) {
  const readings = pinyin(character, { multiple: true, type: 'array', toneType: 'symbol' });
  if (readings[0] !== character) {
    const key = readings.map((reading) => reading.normalize('NFC')).join(',');
    lines.set(key, (lines.get(key) ?? '') + character);
  }
}

const order = [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
console.log('# Readings, most usual first, and the characters that have them. Made by wwwroot-assets/tools/pinyin-table.mjs.');
console.log(order.map(([key, characters]) => `${key} ${characters}`).join('\n'));
