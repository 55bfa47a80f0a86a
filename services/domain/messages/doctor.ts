// What `yanju doctor` finds. zh first, en second.
import { fill, type Language } from './language.js';

export const doctorMessages = {
  diskFree: { zh: '可用空间 {free} MB', en: '{free} MB free' },
  diskSmall: {
    zh: '可用空间 {free} MB，不够再存一份目录库（{need} MB）：升级前的副本和备份会放不下',
    en: '{free} MB free, less than one more catalogue ({need} MB): the copy before an upgrade, and a backup here, would not fit',
  },
  ocrOff: { zh: '已关闭（YANJU_OCR）', en: 'switched off (YANJU_OCR)' },
  ocrCharacters: {
    zh: '{count} 个字符；模型随程序带来，不用另装 tesseract 或 LibreOffice',
    en: '{count} characters; the models come with the program, neither tesseract nor LibreOffice is needed',
  },
  writable: { zh: '{folder}，可写', en: '{folder}, can be written' },
  openToAll: {
    zh: '{folder}，可写，但本机其他用户也能读（权限 {mode}）。如有不公开的文件，请 chmod o-rwx',
    en: '{folder}, can be written, but every user of this machine may read it (mode {mode}). With documents that are not public: chmod o-rwx',
  },
  root: {
    zh: '以 root 运行。请改用没有特权的用户',
    en: 'runs as root. Use a user without privileges',
  },
  user: { zh: '用户 {uid}', en: 'user {uid}' },
  clock: { zh: '{now}', en: '{now}' },
  clockDisk: {
    zh: '本机与数据目录所在磁盘的时间差 {seconds} 秒。入库进程的心跳和占用靠它判断，请校时',
    en: 'this machine and the disk of the data folder differ by {seconds} s. Signs of life and leases go by it; set the clocks',
  },
  clockBehind: {
    zh: '现在是 {now}，档案里却有更晚的记录（{at}）。时钟可能倒退了，请校时',
    en: 'it is {now}, and the archive holds a later entry ({at}). The clock may have gone back; set it',
  },
  settingsKnown: { zh: '没有不认识的名字', en: 'no unknown name' },
  settingUnknown: { zh: '不认识 {name}，没有起作用', en: '{name} is not known and does nothing' },
  settingMeant: {
    zh: '不认识 {name}，没有起作用；是不是 {meant}？',
    en: '{name} is not known and does nothing; is {meant} meant?',
  },
  workerAlive: {
    zh: '{seconds} 秒前有消息，等待入库 {pending} 个文件',
    en: 'heard of {seconds} s ago, {pending} files wait',
  },
  workerNone: {
    zh: '没有入库进程，也没有文件在等。yanju serve 会带一个，或单独运行 yanju worker',
    en: 'there is none, and no file waits. yanju serve starts one, or run yanju worker',
  },
  workerMissing: {
    zh: '{pending} 个文件在等，却没有入库进程（最后一次消息：{last}）。请运行 yanju serve 或 yanju worker',
    en: '{pending} files wait and no worker is there (last heard of: {last}). Run yanju serve or yanju worker',
  },
  workerSlow: {
    zh: '入库进程在，但有文件等了 {minutes} 分钟。请看日志里的 ingest.file 和 worker.ended',
    en: 'the worker is there, yet a file has waited for {minutes} minutes. See ingest.file and worker.ended in the log',
  },
  never: { zh: '从未', en: 'never' },
  meiliVersion: { zh: '{version}', en: '{version}' },
  meiliOther: {
    zh: '版本 {version}；本程序在 {tested} 上测过，请换用',
    en: 'version {version}; this program is tested with {tested}, use that',
  },
  meiliRefused: {
    zh: '不接受 MEILI_API_KEY（{status}）。请核对密钥',
    en: 'refuses MEILI_API_KEY ({status}). Check the key',
  },
  meiliOut: {
    zh: '连不上 {url}（{why}）。请检查 MEILI_URL 和服务是否在运行',
    en: '{url} cannot be reached ({why}). Check MEILI_URL and that the server runs',
  },
  meiliNoKey: {
    zh: '版本 {version}，没有密钥：谁能连上它，谁就能改索引。请给它设 MEILI_MASTER_KEY（至少 16 字节），并设 MEILI_API_KEY',
    en: 'version {version}, and no key: whoever reaches it can change the index. Give it a MEILI_MASTER_KEY of at least 16 bytes, and set MEILI_API_KEY',
  },
  meiliShortKey: {
    zh: '版本 {version}，密钥只有 {bytes} 字节，生产环境至少要 16 字节',
    en: 'version {version}; the key has {bytes} bytes, and in production it needs at least 16',
  },
  tokenNone: {
    zh: '没有管理令牌：不能经 HTTP 改动档案',
    en: 'no admin token: nothing can be changed over HTTP',
  },
  tokenSet: { zh: '已设', en: 'set' },
} as const;

export type DoctorMessage = keyof typeof doctorMessages;
export type SayDoctor = (message: DoctorMessage, values?: Readonly<Record<string, string | number>>) => string;
export const sayDoctorIn =
  (language: Language): SayDoctor =>
  (message, values) =>
    fill(doctorMessages[message][language], values);
