package io.chaoxi.testing;

import io.chaoxi.ChaoxiApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * Starts the whole application on a copy of the migrated template and a free port ({@code @LocalServerPort}, or inject
 * {@code RestTestClient}). Test classes share one application and its database, so each test founds its own firm and
 * looks at nothing else; a test that needs an untouched installation asks for its own database and pays a start.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = ChaoxiApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
@ContextCustomizerFactories(TestDatabaseCustomizerFactory.class)
public @interface ApplicationTest {

    /** Whether this class gets an application and an empty database for itself; the database is injectable. */
    boolean ownDatabase() default false;
}
