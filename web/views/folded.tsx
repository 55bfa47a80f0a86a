// Under a hit: the other documents of its family that say the same, each with its date and how it is related.
import type { FoldedMember, Hit } from '../../services/domain/result.js';
import { compareHref, passageHref } from '../links.js';
import { Dated, StatusBadge } from './facts.js';
import { count, type View } from './view.js';

interface Props {
  readonly view: View;
  readonly hit: Hit;
  readonly q: string;
}

/** Members in plain view; the rest unfold. */
const SHOWN = 3;

const Member = ({ view, hit, q, member }: Props & { readonly member: FoldedMember }) => (
  <li>
    <a href={passageHref(member.document.id, member.passage, q)} lang="zh-CN">
      {member.document.title}
    </a>
    <span class="facts">
      <StatusBadge view={view} document={member.document} />
      <Dated view={view} document={member.document} />
      <span>{view.say(`relation_${member.relation ?? 'none'}`)}</span>
      <a href={compareHref(member.document.id, hit.document.id)} rel="nofollow">
        {view.say('compareLink')}
      </a>
    </span>
  </li>
);

export function FoldedHere(props: Props) {
  const { view, hit } = props;
  if (!hit.family) return null;
  const { members, count: folded } = hit.family;
  const list = (some: readonly FoldedMember[]) => (
    <ul>
      {some.map((member) => (
        <Member key={member.passage.id} {...props} member={member} />
      ))}
    </ul>
  );
  return (
    <div class="folded">
      <p>{view.say('foldedHere')}</p>
      {list(members.slice(0, SHOWN))}
      {folded > SHOWN && (
        <details>
          <summary>{view.say('foldedMore', { count: count(folded - SHOWN) })}</summary>
          {list(members.slice(SHOWN))}
        </details>
      )}
    </div>
  );
}
