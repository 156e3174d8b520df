// SPDX-License-Identifier: Apache-2.0
import { useSearchParams } from "react-router";
import { useGallery } from "../../api/hooks";
import { Answer, Loading } from "../../elements/states/States";
import { BLANK_RULE } from "./blank";
import { RuleEditor } from "./RuleEditor";

/** /rules/new: an empty page, or ?from= an example of the gallery. */
export default function NewRule() {
  const [search] = useSearchParams();
  const from = search.get("from");
  const gallery = useGallery();
  if (from === null) return <RuleEditor key="blank" rule={null} source={BLANK_RULE} draftKey="new" />;
  return (
    <Answer query={gallery} loading={<Loading rows={8} />}>
      {(page) => {
        const item = page.items.find((one) => one.id === from);
        return <RuleEditor key={from} rule={null} source={item?.source ?? BLANK_RULE} draftKey={`new-${from}`} />;
      }}
    </Answer>
  );
}
