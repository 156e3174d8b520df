// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.picture;

import java.util.Locale;

/// An SVG document that is being drawn, from back to front. Texts come from anybody: they are escaped here and nowhere else.
final class Svg {
    private static final String HEAD =
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" \
            font-family="system-ui, sans-serif" font-size="11">
            <rect width="100%%" height="100%%" fill="#ffffff"/>
            """;

    private final StringBuilder document;

    Svg(int width, int height) {
        document = new StringBuilder(HEAD.formatted(width, height, width, height));
    }

    /// How something is drawn.
    ///
    /// @param attributes of the element, written by this package
    record Style(String attributes) {
        static Style stroke(String colour, double width) {
            return new Style(
                    "fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\""
                            .formatted(colour, number(width)));
        }

        static Style fill(String colour) {
            return new Style("fill=\"%s\"".formatted(colour));
        }

        Style dashed() {
            return new Style(attributes + " stroke-dasharray=\"4 3\"");
        }

        Style see(double opacity) {
            return new Style(attributes + " opacity=\"%s\"".formatted(number(opacity)));
        }

        /// @param anchor start, middle or end
        Style anchored(String anchor) {
            return new Style(attributes + " text-anchor=\"%s\"".formatted(anchor));
        }
    }

    /// A place in the picture, from its upper left corner.
    record Spot(double x, double y) {}

    /// @param data as SVG writes it
    void path(CharSequence data, Style style) {
        if (!data.isEmpty()) {
            document.append("<path d=\"").append(data).append("\" ");
            document.append(style.attributes).append("/>\n");
        }
    }

    void line(Spot from, Spot to, Style style) {
        path(
                "M%s %sL%s %s"
                        .formatted(number(from.x), number(from.y), number(to.x), number(to.y)),
                style);
    }

    void dot(Spot at, double radius, Style style) {
        document.append(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>\n"
                        .formatted(number(at.x), number(at.y), number(radius), style.attributes));
    }

    void box(Spot at, double width, double height, Style style) {
        document.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" %s/>\n"
                        .formatted(
                                number(at.x),
                                number(at.y),
                                number(Math.max(0, width)),
                                number(Math.max(0, height)),
                                style.attributes));
    }

    void text(Spot at, String text, Style style) {
        document.append("<text x=\"").append(number(at.x)).append("\" y=\"").append(number(at.y));
        document.append("\" ").append(style.attributes).append('>').append(escaped(text));
        document.append("</text>\n");
    }

    String document() {
        return document + "</svg>\n";
    }

    /// A coordinate: a tenth of a pixel is enough.
    static String number(double value) {
        var text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints()
                .filter(one -> one >= ' ' && one != 0xFFFE && one != 0xFFFF)
                .filter(one -> one < 0xD800 || one > 0xDFFF)
                .forEach(one -> {
                    switch (one) {
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '&' -> escaped.append("&amp;");
                        case '"' -> escaped.append("&quot;");
                        default -> escaped.appendCodePoint(one);
                    }
                });
        return escaped.toString();
    }
}
