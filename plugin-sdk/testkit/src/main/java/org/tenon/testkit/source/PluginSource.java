package org.tenon.testkit.source;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.apache.openjpa.enhance.PCEnhancer;
import org.apache.openjpa.lib.util.Options;

/** A plugin written down in a test: compiled, packed and put into a KAR as an author's build would. */
public final class PluginSource {

    private final String name;
    private final String version;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> requires = new ArrayList<>();

    /** @param name of its area, package, paths and feature */
    public PluginSource(String name, String version) {
        this.name = name;
        this.version = version;
        header("Bundle-SymbolicName", "org.example." + name);
        header("Bundle-Version", version);
        header("Tenon-Area", name);
    }

    public String name() {
        return name;
    }

    public String version() {
        return version;
    }

    /** A class of the plugin's package; {@code NAME} and {@code VERSION} in it are filled in. */
    public PluginSource type(String simpleName, String source) {
        sources.put(simpleName, "package org.example.%s;\n".formatted(name) + source.replace("NAME", name).replace("VERSION", version));
        return this;
    }

    public PluginSource file(String path, String content) {
        files.put(path, content);
        return this;
    }

    public PluginSource header(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** A feature it needs. */
    public PluginSource requires(String feature) {
        requires.add(feature);
        return this;
    }

    /** The KAR, written under {@code target/plugins}. */
    public Path kar() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "plugins", name + "-" + version + "-" + System.nanoTime()));
            byte[] bundle = bundle(compile(folder.resolve("classes")));
            Path kar = folder.resolve(name + "-" + version + ".kar");
            String place = "repository/org/example/" + name + "/" + version + "/" + name + "-" + version;
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(kar))) {
                entry(zip, place + ".jar", bundle);
                entry(zip, place + "-features.xml", features().getBytes(StandardCharsets.UTF_8));
            }
            return kar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bundle alone. */
    public Path jar() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "plugins", name + "-" + version + "-" + System.nanoTime()));
            return Files.write(folder.resolve(name + ".jar"), bundle(compile(folder.resolve("classes"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String features() {
        StringBuilder needs = new StringBuilder();
        requires.forEach(feature -> needs.append("<feature>").append(feature).append("</feature>"));
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <features name="%1$s" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
              <feature name="%1$s" version="%2$s" description="Example %1$s"><feature>tenon-platform</feature>%3$s
                <bundle>mvn:org.example/%1$s/%2$s</bundle>
              </feature>
            </features>
            """.formatted(name, version, needs);
    }

    private static void entry(ZipOutputStream zip, String path, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(content);
        zip.closeEntry();
    }

    private Path compile(Path classes) throws IOException {
        Files.createDirectories(classes);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((type, source) -> units.add(new Text("org/example/" + name + "/" + type + ".java", source)));
        List<String> options = List.of("-d", classes.toString(), "--release", "17", "-proc:none", "-classpath", System.getProperty("java.class.path"));
        if (!units.isEmpty() && !compiler.getTask(null, null, null, options, null, units).call()) {
            throw new IllegalStateException(name + " " + version + " does not compile");
        }
        enhance(classes);
        return classes;
    }

    /** Entities get what a build with OpenJPA's enhancer gives them. */
    private void enhance(Path classes) throws IOException {
        String[] entities = sources.entrySet().stream().filter(source -> source.getValue().contains("@Entity"))
            .map(source -> classes.resolve("org/example/" + name + "/" + source.getKey() + ".class").toString()).toArray(String[]::new);
        if (entities.length == 0) {
            return;
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            Options options = new Options();
            options.put("properties", Path.of(System.getProperty("tenon.root"), "plugin-sdk/enhancer/persistence.xml").toString());
            options.put("directory", classes.toString());
            if (!PCEnhancer.run(entities, options)) {
                throw new IllegalStateException("the entities of " + name + " cannot be enhanced");
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private byte[] bundle(Path classes) throws IOException {
        try (Builder builder = new Builder(); java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream()) {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                File file = new File(entry);
                if (file.isFile() && (file.getName().startsWith("tenon-sdk") || file.getName().contains("ws.rs") || file.getName().contains("persistence-api"))) {
                    builder.addClasspath(file);
                }
            }
            builder.addClasspath(classes.toFile());
            builder.setProperty("Private-Package", "org.example." + name);
            builder.setProperty("-contract", "!*");
            builder.setProperty("-noimportjava", "true");
            headers.forEach(builder::setProperty);
            Jar jar = builder.build();
            if (!builder.getErrors().isEmpty()) {
                throw new IllegalStateException(builder.getErrors().toString());
            }
            files.forEach((path, content) -> jar.putResource(path, new EmbeddedResource(content.getBytes(StandardCharsets.UTF_8), 0)));
            jar.write(bytes);
            return bytes.toByteArray();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String source;

        Text(String path, String source) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
