package io.chaoxi.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The application's database, in which one statement of one firm can be made to fail as a statement fails in PostgreSQL:
 * with an error that spoils its transaction. While no fault is armed it hands out the pool's own connections.
 */
public final class FaultyDataSource extends DelegatingDataSource {
    private static final String FAULT =
            "do $$ begin raise exception 'a fault of the test' using errcode = 'XX000'; end $$";

    private volatile Fault armed;

    private FaultyDataSource(DataSource pool) {
        super(pool);
    }

    /** Puts itself before the pool of an application that starts. */
    static BeanPostProcessor wrapping() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool ? new FaultyDataSource(pool) : bean;
            }
        };
    }

    /** A fault that is waiting for its statement: the n-th of the firm from now on, the commit being one of them. */
    public static final class Fault {
        private final String firm;
        private final int statement;
        private final Predicate<Thread> meets;
        private final AtomicInteger count = new AtomicInteger();

        private Fault(long tenant, int statement, Predicate<Thread> meets) {
            this.firm = "'" + tenant + "'";
            this.statement = statement;
            this.meets = meets;
        }

        /** Whether it has struck. */
        public boolean struck() {
            return count.get() >= statement;
        }
    }

    public Fault arm(long tenant, int statement) {
        return arm(new Fault(tenant, statement, any -> true));
    }

    /** The same for what the current thread does: whoever is still being told of something does not meet it instead. */
    public Fault armHere(long tenant, int statement) {
        return arm(new Fault(tenant, statement, Thread.currentThread()::equals));
    }

    private Fault arm(Fault fault) {
        armed = fault;
        return fault;
    }

    public void disarm() {
        armed = null;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        Fault fault = armed;
        return fault == null || !fault.meets.test(Thread.currentThread())
                ? connection
                : new Watched(connection, fault).connection();
    }

    /** One connection for the time that it is lent. */
    private static final class Watched {
        private final Connection connection;
        private final Fault fault;
        private boolean servesTheFirm;

        Watched(Connection connection, Fault fault) {
            this.connection = connection;
            this.fault = fault;
        }

        Connection connection() {
            return proxy(Connection.class, (proxy, method, arguments) -> {
                if (method.getName().equals("commit")) step();
                Object result = call(connection, method, arguments);
                return result instanceof Statement statement ? watched(statement) : result;
            });
        }

        private Statement watched(Statement statement) {
            Class<? extends Statement> type = statement instanceof CallableStatement
                    ? CallableStatement.class
                    : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
            return proxy(type, (proxy, method, arguments) -> {
                if (method.getName().startsWith("execute")) {
                    servesTheFirm |= arguments != null
                            && String.valueOf(arguments[0]).startsWith("SET LOCAL app.tenant = " + fault.firm);
                    step();
                }
                return call(statement, method, arguments);
            });
        }

        private void step() throws SQLException {
            if (!servesTheFirm || fault.count.incrementAndGet() != fault.statement) return;
            try (var spoiling = connection.createStatement()) {
                spoiling.execute(FAULT);
            }
        }

        private static <T> T proxy(Class<T> type, InvocationHandler handler) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
        }

        private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
