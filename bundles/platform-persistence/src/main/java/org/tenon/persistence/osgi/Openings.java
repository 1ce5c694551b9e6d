package org.tenon.persistence.osgi;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.osgi.framework.Bundle;
import org.tenon.persistence.AreaFailure;
import org.tenon.persistence.AreaFailure.Cause;
import org.tenon.persistence.AreaStates;

/** Which areas are being opened, and why others could not be; forgotten when their bundles go. */
final class Openings implements AreaStates {

    private static final int DEPTH = 10;
    private static final int STATEMENT = 300;

    private final Set<Bundle> opening = ConcurrentHashMap.newKeySet();
    private final Map<Bundle, AreaFailure> reasons = new ConcurrentHashMap<>();

    void begin(Bundle bundle) {
        opening.add(bundle);
    }

    void succeed(Bundle bundle) {
        opening.remove(bundle);
    }

    void fail(Bundle bundle, Throwable thrown) {
        reasons.put(bundle, plain(thrown));
        opening.remove(bundle);
    }

    void forget(Bundle bundle) {
        reasons.remove(bundle);
        opening.remove(bundle);
    }

    @Override
    public boolean opening(Bundle bundle) {
        return opening.contains(bundle);
    }

    @Override
    public Optional<AreaFailure> failure(Bundle bundle) {
        return Optional.ofNullable(reasons.get(bundle));
    }

    /** The failed statement where a script failed, else what the innermost cause says. */
    static AreaFailure plain(Throwable thrown) {
        Throwable innermost = thrown;
        for (int i = 0; i < DEPTH; i++) {
            if (innermost instanceof FlywaySqlScriptException script) {
                return ofScript(script);
            }
            if (innermost.getCause() == null) {
                break;
            }
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return innermost instanceof ClassNotFoundException ? AreaFailure.of(Cause.CLASS, String.valueOf(message))
            : AreaFailure.of(Cause.OTHER, message == null || message.isBlank() ? innermost.getClass().getSimpleName() : firstLine(message));
    }

    private static AreaFailure ofScript(FlywaySqlScriptException script) {
        String statement = script.getStatement().strip().replaceAll("\\s+", " ");
        String shown = statement.length() > STATEMENT ? statement.substring(0, STATEMENT) + "…" : statement;
        String file = script.getResource() == null ? "" : script.getResource().getFilename();
        String said = script.getCause() == null || script.getCause().getMessage() == null ? "" : firstLine(script.getCause().getMessage());
        return new AreaFailure(Cause.SCRIPT, file, script.getLineNumber(), shown, said);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }
}
