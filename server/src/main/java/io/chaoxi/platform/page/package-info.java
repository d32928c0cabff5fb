/** How the page reaches the browser: its files, the fallback to index.html, the errors outside any controller. */
@NullMarked
package io.chaoxi.platform.page;

import org.jspecify.annotations.NullMarked;
