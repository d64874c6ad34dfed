// Makes the reference data of Microsoft that ships with the program:
//
//   node src/main/reference/build.mjs <folder> <date>
//
// The folder holds the providers' answers as they were fetched: azure-builtin-roles-arm.json (ARM roleDefinitions with BuiltInRole),
// entra-builtin-directory-roles.json (templateId, displayName) and graph-app-roles.json (app roles of the Microsoft Graph service
// principal). Lines are sorted, so that a new fetch shows as a readable difference.
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const [folder, date] = process.argv.slice(2);
if (!folder || !date) {
  console.error('usage: node src/main/reference/build.mjs <folder> <date>');
  process.exit(2);
}

const out = new URL('../resources/reference/', import.meta.url);
const read = name => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function write(name, about, lines) {
  writeFileSync(new URL(name, out), [`# ${about}; Microsoft, MIT; ${date}`, ...lines, ''].join('\n'));
  console.log(`${name}: ${lines.length} lines`);
}

// A role is a line "guid, name", then per block "=" with the version and text of its condition, if any, and its patterns.
const lists = [['+', 'actions'], ['-', 'notActions'], ['>', 'dataActions'], ['<', 'notDataActions']];
const blockLines = block => [
  ['=', ...(block.condition ? [block.conditionVersion, block.condition.replace(/\s+/g, ' ').trim()] : [])].join('\t'),
  ...lists.flatMap(([mark, list]) => [...new Set((block[list] ?? []).map(pattern => pattern.trim()))].sort(byText).map(pattern => mark + pattern)),
];
const roles = read('azure-builtin-roles-arm.json').value.sort((a, b) => byText(a.name, b.name));
write('azure-roles.txt', 'Azure built-in roles',
  roles.flatMap(role => [`${role.name.toLowerCase()}\t${role.properties.roleName}`, ...role.properties.permissions.flatMap(blockLines)]));

const named = (items, id, name) => items.map(item => `${item[id].toLowerCase()}\t${item[name]}`).sort(byText);
write('entra-roles.txt', 'Microsoft Entra role templates', named(read('entra-builtin-directory-roles.json'), 'templateId', 'displayName'));
write('graph-app-roles.txt', 'app roles of Microsoft Graph', named(read('graph-app-roles.json'), 'Id', 'Value'));
