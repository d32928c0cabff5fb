package io.chaoxi.platform.page;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The files of the page, open to everyone. An address of the page's own router ({@code /customers/1}) is no file and gets
 * index.html; an address under {@code /api} or {@code /health} never does. Files under /assets carry a digest in their
 * name and are kept for a year, all others are asked for anew.
 */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFiles implements WebMvcConfigurer {
    private static final String PLACE = "classpath:/static/";

    /** Where programs ask, or strangers; an address with a dot in it is a file that is there or not. */
    private static final Set<String> NEVER_A_PAGE = Set.of("api", "f", "ical", "health", "actuator", "error");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(PLACE + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(PLACE)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PageResolver());
    }

    private static final class PageResolver extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource place) throws IOException {
            String first = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
            if (NEVER_A_PAGE.contains(first)) return null;
            Resource file = super.getResource(path, place);
            return file != null || path.contains(".") ? file : super.getResource("index.html", place);
        }
    }
}
