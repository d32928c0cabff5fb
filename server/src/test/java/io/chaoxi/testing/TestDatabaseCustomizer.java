package io.chaoxi.testing;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Copies a database when an application starts and drops it after everything else of that application has ended.
 *
 * @param user equal users share an application, because Spring caches applications by this record
 */
record TestDatabaseCustomizer(String user) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        var database = TestDatabase.create();
        TestPropertyValues.of(
                        "crm.home=target/test-home/" + database.name(),
                        "crm.db.url=" + database.app().url(),
                        "crm.db.user=" + database.app().user(),
                        "crm.db.password=" + database.app().password(),
                        "crm.db.owner.user=" + database.owner().user(),
                        "crm.db.owner.password=" + database.owner().password(),
                        "db-scheduler.polling-interval=200ms",
                        "crm.form.pages-per-minute=0",
                        "crm.form.sends-per-minute=0",
                        "crm.form.form-per-minute=0",
                        "crm.web.statements-shown=true",
                        "crm.web.statements-at-most=30",
                        "logging.file.name=")
                .applyTo(context);
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("testDatabase", database);
        beans.addBeanPostProcessor(FaultyDataSource.wrapping());
        beans.registerDisposableBean("testDatabase", database::close);
    }
}
