package io.chaoxi.platform.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The API answers in the form that its document names, whatever {@code Accept} says. Otherwise Spring would carry out a
 * change, find only then that the caller reads no JSON, and refuse what is already done.
 */
@Configuration(proxyBeanMethods = false)
class AnswerForm implements WebMvcConfigurer {

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.ignoreAcceptHeader(true).defaultContentType(MediaType.APPLICATION_JSON);
    }
}
