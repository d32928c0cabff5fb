package io.chaoxi.testing;

import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Gives the application under test its database; see {@link ApplicationTest}. */
final class TestDatabaseCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        var annotation = AnnotatedElementUtils.findMergedAnnotation(testClass, ApplicationTest.class);
        var own = annotation != null && annotation.ownDatabase();
        return new TestDatabaseCustomizer(own ? testClass.getName() : "shared");
    }
}
