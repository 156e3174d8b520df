// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.query.picture.FramePicture;

/// For tests elsewhere: the picture that a request of log lines is answered with.
public final class LogTemplatePictures {
    private LogTemplatePictures() {}

    public static String of(JsonNode request) {
        return FramePicture.of(LogTemplateResource.frame(request));
    }
}
