// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;

/// Texts of guests as everybody behind the sandbox can keep and send them: NUL, which databases refuse, and halves of
/// surrogate pairs, which cannot be written as UTF-8, become the replacement character.
final class CleanText {
    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    /// The same text where nothing is wrong with it.
    static String of(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (isWrong(text, index)) {
                return cleaned(text);
            }
        }
        return text;
    }

    /// JSON with all its texts and names clean; its depth must be bounded.
    static JsonNode of(JsonNode node) {
        if (node.isTextual()) {
            var clean = of(node.textValue());
            return clean.equals(node.textValue()) ? node : TextNode.valueOf(clean);
        }
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(element -> array.add(of(element)));
            return array;
        }
        if (node.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(field -> object.set(of(field.getKey()), of(field.getValue())));
            return object;
        }
        return node;
    }

    private static String cleaned(String text) {
        var clean = new StringBuilder(text);
        for (int index = 0; index < clean.length(); index++) {
            if (isWrong(text, index)) {
                clean.setCharAt(index, REPLACEMENT);
            }
        }
        return clean.toString();
    }

    private static boolean isWrong(String text, int index) {
        char character = text.charAt(index);
        if (Character.isHighSurrogate(character)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(character)) {
            return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
        }
        return character == '\0';
    }
}
