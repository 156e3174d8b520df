// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import dev.sextant.http.Page;
import dev.sextant.sdk.gallery.Gallery;
import dev.sextant.sdk.gallery.GalleryRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Ready-made rules to begin with, over REST.
@Path("/api/v1/gallery")
@Tag(name = "Rules")
public class GalleryResource {
    private final Page<GalleryRule> rules = Page.all(Gallery.list());

    @GET
    @RolesAllowed("viewer")
    public Page<GalleryRule> list() {
        return rules;
    }
}
