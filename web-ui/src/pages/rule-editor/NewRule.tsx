// SPDX-License-Identifier: Apache-2.0
import { useSearchParams } from "react-router";
import { useGallery } from "../../api/hooks";
import { Answer, Loading } from "../../elements/states/States";
import { blankRule, isPython } from "./blank";
import { RuleEditor } from "./RuleEditor";

/** /rules/new: an empty page, ?language=python, or ?from= an example of the gallery. */
export default function NewRule() {
  const [search] = useSearchParams();
  const from = search.get("from");
  const gallery = useGallery();
  if (from === null) {
    const language = isPython(search.get("language") ?? "") ? "python" : "javascript";
    return (
      <RuleEditor key={language} rule={null} language={language} source={blankRule(language)}
        draftKey={language === "python" ? "new-python" : "new"} />
    );
  }
  return (
    <Answer query={gallery} loading={<Loading rows={8} />}>
      {(page) => {
        const item = page.items.find((one) => one.id === from);
        const language = item?.language ?? "javascript";
        return (
          <RuleEditor key={from} rule={null} language={language} source={item?.source ?? blankRule(language)}
            draftKey={`new-${from}`} />
        );
      }}
    </Answer>
  );
}
