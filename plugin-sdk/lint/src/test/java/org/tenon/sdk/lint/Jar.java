package org.tenon.sdk.lint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Jar files and KARs made for a test, by default the bundle of a plugin called loyalty that keeps to all rules. */
public final class Jar {

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final StringBuilder components = new StringBuilder();

    public static Jar empty() {
        return new Jar();
    }

    public static Jar bundle() {
        return empty().header("Bundle-ManifestVersion", "2").header("Bundle-SymbolicName", "com.example.loyalty").header("Bundle-Version", "1.2.0")
            .header("Tenon-Area", "loyalty").header("Import-Package", "org.tenon.sdk.record;version=\"[1.0,2)\",javax.ws.rs;version=\"[2.1,3)\",javax.crypto")
            .file("i18n/loyalty_en.properties", "area.label=Loyalty\nmenu.loyalty.points=Points\n")
            .file("i18n/loyalty_zh_CN.properties", "area.label=会员积分\nmenu.loyalty.points=积分\n")
            .file("i18n/loyalty_zh_TW.properties", "area.label=會員積分\nmenu.loyalty.points=積分\n");
    }

    /** Karaf's form: the bundle in Maven's layout beside a features file. */
    public static Jar kar(String feature, Jar bundle) {
        return empty().file("repository/com/example/loyalty-features/1.2.0/loyalty-features-1.2.0-features.xml", feature)
            .file("repository/com/example/loyalty/1.2.0/loyalty-1.2.0.jar", bundle.bytes());
    }

    public static Jar kar(Jar bundle) {
        return kar(feature("<bundle start-level=\"80\">mvn:com.example/loyalty/1.2.0</bundle>"), bundle);
    }

    public static String feature(String contents) {
        return "<features name=\"loyalty\" xmlns=\"http://karaf.apache.org/xmlns/features/v1.6.0\"><feature name=\"loyalty\" version=\"1.2.0\">" + contents + "</feature></features>";
    }

    public Jar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Jar file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public Jar file(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    public Jar without(String name) {
        files.remove(name);
        return this;
    }

    /** The class file of a class of the tests. */
    public Jar type(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
            return file(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A component with its class, service interface and properties ({@code name=value}). */
    public Jar component(String type, String service, String... properties) {
        String file = "OSGI-INF/" + type + ".xml";
        components.append(components.isEmpty() ? "" : ",").append(file);
        String inner = Arrays.stream(properties).map(property -> property.split("=", 2))
            .map(pair -> "<property name=\"" + pair[0] + "\" value=\"" + pair[1] + "\"/>").collect(Collectors.joining());
        return header("Service-Component", components.toString()).file(file, "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\"" + type + "\">" + inner
            + "<service><provide interface=\"" + service + "\"/></service><implementation class=\"" + type + "\"/></scr:component>");
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            if (!headers.isEmpty()) {
                Manifest manifest = new Manifest();
                manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
                headers.forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
                zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
                manifest.write(zip);
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public Path in(Path folder) {
        try {
            return Files.write(folder.resolve("plugin-" + System.nanoTime() + ".jar"), bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
