package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Authors of plugins find how to use everything they may implement. */
class RecipesTest {

    private static final Path ROOT = Path.of(System.getProperty("tenon.root", "../..")).resolve("plugin-sdk");

    @Test
    void everyExtensionPointHasARecipe() throws IOException {
        String recipes = Files.readString(ROOT.resolve("docs/recipes.md"));
        List<String> points = new ClassFileImporter().importPath(ROOT.resolve("api/target/classes")).stream()
            .filter(type -> type.isAnnotatedWith("org.osgi.annotation.versioning.ConsumerType")).filter(JavaClass::isInterface).map(type -> type.getName().replaceAll(".*\\.", "").replace('$', '.')).toList();

        assertThat(points).contains("TimerTask", "JobFeed.Listener");
        assertThat(points).allSatisfy(point -> assertThat(recipes).containsPattern("`" + Pattern.quote(point) + "\\b"));
    }
}
