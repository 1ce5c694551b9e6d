package org.tenon.persistence.tx;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.DbKind;

/**
 * A connection in the hands of others: its statements end with the deadline, and {@code close}, {@code commit}, {@code rollback} and
 * {@code setAutoCommit} are the owner's business.
 */
final class GuardedConnection implements InvocationHandler {

    private static final int SILENCE_SECONDS = 5;

    private final Connection target;
    private final Supplier<Deadline> deadline;
    private final boolean transactional;
    private boolean closed;

    private GuardedConnection(Connection target, Supplier<Deadline> deadline, boolean transactional) {
        this.target = target;
        this.deadline = deadline;
        this.transactional = transactional;
    }

    /** For a transaction; the deadline may change while it runs. Closing does nothing: the next borrower gets the same object. */
    static Connection inTransaction(Connection target, Supplier<Deadline> deadline) {
        return proxy(new GuardedConnection(target, deadline, true));
    }

    /** For reading in auto-commit mode; closing gives it back. */
    static Connection alone(Connection target, Deadline deadline) {
        return proxy(new GuardedConnection(target, () -> deadline, false));
    }

    /**
     * Ends the connection if the server does not answer at all when the time is up and a little more: a host that vanished answers nothing.
     * Embedded Derby cannot vanish and does not know of such a time.
     */
    static void limitSilence(Connection target, DbKind kind, Deadline deadline) throws SQLException {
        if (kind == DbKind.POSTGRESQL) {
            long millis = TimeUnit.SECONDS.toMillis(deadline.seconds() + (long) SILENCE_SECONDS);
            target.setNetworkTimeout(Runnable::run, (int) Math.min(Integer.MAX_VALUE, millis));
        }
    }

    private static Connection proxy(GuardedConnection handler) {
        return (Connection) Proxy.newProxyInstance(GuardedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        switch (method.getName()) {
            case "createStatement", "prepareStatement", "prepareCall" -> {
                deadline.get().check();
                Statement statement = (Statement) call(method, args);
                statement.setQueryTimeout(deadline.get().seconds());
                return statement;
            }
            case "close" -> {
                if (!transactional && !closed) {
                    closed = true;
                    target.close();
                }
                return null;
            }
            case "setAutoCommit" -> {
                return null;
            }
            case "commit" -> throw new SQLException("the platform ends the transaction, not the work in it", "25000");
            case "rollback" -> {
                if (args == null) {
                    throw new SQLException("the platform ends the transaction, not the work in it", "25000");
                }
                return call(method, args);
            }
            case "equals" -> {
                return args != null && proxy == args[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            default -> {
                return call(method, args);
            }
        }
    }

    private Object call(Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
