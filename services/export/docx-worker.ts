// A process that makes Word documents: what takes a second there keeps nobody waiting here.
import { serve } from '../process/child.js';
import { docx } from './docx.js';

serve({ docx });
