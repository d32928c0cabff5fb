/**
 * Saved views: what a list shows, in which order, and who else may use it. Owns saved_view, view_reader, default_view and role_view; offers them
 * to pages; announces nothing, listens to nobody. A view never widens what its reader may see: filter, sort and columns
 * are checked again with his rights whenever the list is read.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "identity::role"})
@NullMarked
package io.chaoxi.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
