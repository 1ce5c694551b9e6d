package org.tenon.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.maven;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureSecurity;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFileExtend;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** Facts that only the inside of the container shows. JUnit 4, as Pax Exam has no JUnit 5 driver. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class InContainerIT {

    @Inject
    private BundleContext context;

    @Inject
    private FeaturesService features;

    @Inject
    private SessionFactory sessions;

    @Configuration
    public Option[] configuration() {
        return options(
            karafDistributionConfiguration().frameworkUrl(maven("org.tenon", "tenon").type("tar.gz").versionAsInProject()).name("Tenon")
                .unpackDirectory(new File("target/exam")).useDeployFolder(false),
            configureSecurity().disableKarafMBeanServerBuilder(),
            keepRuntimeFolder(),
            logLevel(LogLevel.INFO),
            systemProperty("tenon.home").value(new File("target/exam-home").getAbsolutePath()),
            editConfigurationFilePut("etc/system.properties", "tenon.home", new File("target/exam-home").getAbsolutePath()),
            editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", "18381"),
            editConfigurationFileExtend("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.defaultRepositories",
                new File(System.getProperty("user.home"), ".m2/repository").toURI() + "@id=local"));
    }

    @Test
    public void everyBundleIsActive() {
        List<String> wrong = new ArrayList<>();
        int ours = 0;
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            if (bundle.getState() != (fragment ? Bundle.RESOLVED : Bundle.ACTIVE)) {
                wrong.add(bundle + " is in state " + bundle.getState());
            }
            if (bundle.getSymbolicName().startsWith("org.tenon.")) {
                ours++;
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue("bundles of ours: " + ours, ours >= 11);
    }

    @Test
    public void platformAndCustomersAreInstalled() throws Exception {
        assertTrue(features.isInstalled(features.getFeature("tenon-platform")));
        assertTrue(features.isInstalled(features.getFeature("customers")));
    }

    @Test
    public void theConsoleListsAndChecksPlugins() throws Exception {
        await("the commands are there", () -> console("tenon:plugin-list").contains("customers"));
        assertTrue(console("tenon:plugin-check customers"), console("tenon:plugin-check customers").contains("customers serves"));
    }

    /** What the command prints and answers; why it cannot be run, if it cannot. */
    private String console(String command) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Session session = sessions.create(InputStream.nullInputStream(), out, out);
        try {
            Object answer = session.execute(command);
            return printed.toString(StandardCharsets.UTF_8) + answer;
        } catch (Exception e) { // declared by the interface
            return String.valueOf(e.getMessage());
        } finally {
            session.close();
        }
    }

    @Test
    public void sdkPackagesComeFromTheSdkAlone() {
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            for (BundleWire wire : wiring == null ? List.<BundleWire>of() : wiring.getRequiredWires("osgi.wiring.package")) {
                Object name = wire.getCapability().getAttributes().get("osgi.wiring.package");
                if (name.toString().startsWith("org.tenon.sdk")) {
                    assertEquals("org.tenon.sdk", wire.getProvider().getSymbolicName());
                }
            }
        }
    }

    @Test
    public void exactlyOneTransactionManagerAndOneRecordEngineAreRegistered() throws Exception {
        for (String service : List.of("org.tenon.sdk.tx.Tx", "org.tenon.sdk.record.Records", "org.tenon.sdk.identity.Directory")) {
            ServiceReference<?>[] found = context.getAllServiceReferences(service, null);
            assertEquals(service + " " + Arrays.toString(found), 1, found == null ? 0 : found.length);
        }
    }

    @Test
    public void noClassLoaderIsLeftAfterThirtyUpdates() throws Exception {
        Bundle customers = Arrays.stream(context.getBundles()).filter(bundle -> bundle.getSymbolicName().equals("org.tenon.customers"))
            .findFirst().orElseThrow();
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            await("customers are registered", () -> unit() != null);
            loaders.add(new WeakReference<>(customers.adapt(BundleWiring.class).getClassLoader()));
            customers.update();
            await("customers are active", () -> customers.getState() == Bundle.ACTIVE);
        }
        await("customers are registered", () -> unit() != null);
        await("the old class loaders are gone; left: " + left(loaders), () -> {
            System.gc();
            return left(loaders) == 0;
        });
    }

    private static long left(List<WeakReference<ClassLoader>> loaders) {
        return loaders.stream().filter(loader -> loader.get() != null).count();
    }

    private ServiceReference<?> unit() {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences("org.tenon.persistence.PersistenceUnit", "(tenon.area=customers)");
            return found == null ? null : found[0];
        } catch (org.osgi.framework.InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue("not within 60 s: " + what, System.nanoTime() < end);
            LockSupport.parkNanos(20_000_000L);
        }
    }
}
