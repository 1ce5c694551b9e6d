package org.tenon.it.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** Runs a contract as an author's build would. */
final class ContractRun {

    private ContractRun() {
    }

    /** The tests that fail, by the names of their methods. */
    static Set<String> failures(Class<?> contract) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(contract)).build(), summary);
        if (summary.getSummary().getTestsFoundCount() == 0) {
            throw new AssertionError(contract + " has no tests");
        }
        Set<String> failed = new TreeSet<>();
        for (Failure failure : summary.getSummary().getFailures()) {
            failed.add(failure.getTestIdentifier().getSource().filter(MethodSource.class::isInstance).map(source -> ((MethodSource) source).getMethodName())
                .orElseGet(() -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException()));
        }
        return failed;
    }

    /** Those of a contract that needs the plugin's classes beside it, as they are in an author's build. @param kar with its classes beside it */
    static Set<String> failures(Path kar, Class<?> contract) {
        System.setProperty("tenon.plugin", kar.toString());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (Beside loader = new Beside(kar.resolveSibling("classes"), contract)) {
            thread.setContextClassLoader(loader);
            return failures(loader.loadClass(contract.getName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
            System.clearProperty("tenon.plugin");
        }
    }

    /** Has the plugin's classes, and contracts that see them. */
    private static final class Beside extends URLClassLoader {

        private static final String CONTRACTS = "org.tenon.testkit.contract.";
        private final String contract;

        Beside(Path classes, Class<?> contract) throws MalformedURLException {
            super(new URL[] {classes.toUri().toURL()}, ContractRun.class.getClassLoader());
            this.contract = contract.getName();
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null ? known : name.startsWith(CONTRACTS) || name.equals(contract) ? own(name) : super.loadClass(name, resolve);
            }
        }

        private Class<?> own(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
