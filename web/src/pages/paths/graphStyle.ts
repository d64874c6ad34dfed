import type { NodeSingular, StylesheetJson } from 'cytoscape';
import type { Cloud, EdgeClass, Family } from '../../api/types';
import { glyphImage } from '../../parts/glyphs';

const CLOUDS: Cloud[] = ['AWS', 'AZURE', 'ENTRA', 'EXTERNAL'];
const CLASSES: EdgeClass[] = ['AUTHORIZATION', 'NETWORK', 'CREDENTIAL', 'STRUCTURE', 'NETWORK_FLAW', 'VENDOR_TRUST', 'SAME_HUMAN'];

/** The canvas's style in the colours that the page has now. */
export function graphStyle(): StylesheetJson {
  const page = getComputedStyle(document.documentElement);
  const colour = (name: string) => page.getPropertyValue(`--${name}`).trim();
  const font = page.getPropertyValue('--font').trim();
  const surface = colour('surface');
  return [
    {
      selector: 'node.thing',
      style: {
        shape: 'round-rectangle',
        width: 58,
        height: 58,
        'background-color': surface,
        'border-width': 2,
        'background-image': (node: NodeSingular) => glyphImage(node.data('family') as Family, colour('ink')),
        'background-width': 30,
        'background-height': 30,
        label: 'data(label)',
        'text-valign': 'bottom',
        'text-halign': 'center',
        'text-margin-y': 8,
        'text-wrap': 'wrap',
        'text-max-width': '150px',
        'line-height': 1.25,
        'font-family': font,
        'font-size': 13,
        color: colour('ink'),
      },
    },
    {
      selector: 'node.scope',
      style: {
        shape: 'round-rectangle',
        label: 'data(label)',
        'text-valign': 'top',
        'text-halign': 'center',
        'text-margin-y': -6,
        'font-family': font,
        'font-size': 12,
        'font-weight': 600,
        color: colour('quiet'),
        'background-opacity': 0.07,
        'border-width': 1,
        'border-opacity': 0.5,
        padding: '22px',
        events: 'no',
      },
    },
    ...CLOUDS.flatMap((cloud) => [
      { selector: `node.thing.cloud-${cloud.toLowerCase()}`, style: { 'border-color': colour(`cloud-${cloud.toLowerCase()}`) } },
      {
        selector: `node.scope.cloud-${cloud.toLowerCase()}`,
        style: { 'background-color': colour(`cloud-${cloud.toLowerCase()}`), 'border-color': colour(`cloud-${cloud.toLowerCase()}`) },
      },
    ]),
    { selector: 'node.jewel', style: { 'border-style': 'double', 'border-width': 6, 'border-color': colour('jewel') } },
    {
      selector: 'edge',
      style: {
        width: 2.5,
        'curve-style': 'bezier',
        'target-arrow-shape': 'triangle',
        'arrow-scale': 1.1,
        label: 'data(label)',
        'text-wrap': 'wrap',
        'text-max-width': '80px',
        'line-height': 1.2,
        'font-family': font,
        'font-size': 12,
        color: colour('ink'),
        'text-background-color': surface,
        'text-background-opacity': 1,
        'text-background-padding': '3px',
        'text-background-shape': 'round-rectangle',
      },
    },
    ...CLASSES.map((edgeClass) => ({
      selector: `edge.class-${edgeClass.toLowerCase()}`,
      style: {
        'line-color': colour(`class-${edgeClass.toLowerCase()}`),
        'target-arrow-color': colour(`class-${edgeClass.toLowerCase()}`),
      },
    })),
    { selector: 'edge.conditional', style: { 'line-style': 'dashed' } },
    {
      selector: 'edge.current',
      style: { width: 5, 'font-weight': 700, 'text-border-width': 1.5, 'text-border-opacity': 1, 'text-border-color': colour('accent') },
    },
    { selector: 'node.thing.current', style: { 'underlay-color': colour('accent'), 'underlay-opacity': 0.25, 'underlay-padding': 8 } },
  ] as unknown as StylesheetJson;
}
