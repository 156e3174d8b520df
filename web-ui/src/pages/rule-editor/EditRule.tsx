// SPDX-License-Identifier: Apache-2.0
import { useParams } from "react-router";
import { useRule } from "../../api/hooks";
import { Answer, Loading } from "../../elements/states/States";
import { RuleEditor } from "./RuleEditor";

/** /rules/:id: the rule as it was last saved. */
export default function EditRule() {
  const { id } = useParams();
  const rule = useRule(id);
  return (
    <Answer query={rule} loading={<Loading rows={8} />}>
      {(saved) => <RuleEditor key={saved.id} rule={saved} source={saved.source} draftKey={saved.id} />}
    </Answer>
  );
}
