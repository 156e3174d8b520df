// SPDX-License-Identifier: Apache-2.0
import i18next from "i18next";
import { initReactI18next } from "react-i18next";

const KEY = "sextant.language";
const LOADERS = {
  en: () => import("./en.json"),
  zh: () => import("./zh.json"),
};
export type Language = keyof typeof LOADERS;

function firstLanguage(): Language {
  const stored = localStorage.getItem(KEY);
  if (stored === "en" || stored === "zh") return stored;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

export async function startTexts(): Promise<void> {
  const language = firstLanguage();
  const texts = await LOADERS[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: texts.default } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
}

export async function switchLanguage(language: Language): Promise<void> {
  const texts = await LOADERS[language]();
  i18next.addResourceBundle(language, "translation", texts.default, true, true);
  await i18next.changeLanguage(language);
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
}
