// How tables look: thin grey lines, room around the words, a shaded head.
import { BorderStyle, ShadingType } from 'docx';

const line = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' };
export const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};
export const margins = { top: 60, bottom: 60, left: 100, right: 100 };
export const shade = { type: ShadingType.CLEAR, color: 'auto', fill: 'F2F2F2' };
