// A process that makes Word documents: what takes a second there keeps nobody waiting here.
import { serve } from '../../process/child.js';
import { checkDocx } from './check.js';
import { comparisonDocx } from './comparison.js';
import { listDocx } from './list.js';
import { originalDocx } from './original/original.js';
import { variantsDocx } from './variants.js';

serve({ list: listDocx, comparison: comparisonDocx, variants: variantsDocx, check: checkDocx, original: originalDocx });
