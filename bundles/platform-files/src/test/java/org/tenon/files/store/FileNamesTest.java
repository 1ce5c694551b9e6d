package org.tenon.files.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({"../../etc/passwd, passwd", "C:\\Users\\王婷\\合同.pdf, 合同.pdf", ".htaccess, htaccess", "a\u202Efdp.exe, afdp.exe", "x<y>|z?.txt, xyz.txt"})
    void foldersAndOddSignsAreLeftOut(String name, String plain) {
        assertThat(FileNames.plain(name)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "..", "../", "\r\n", "..."})
    void aNameOfNothingIsCalledFile(String name) {
        assertThat(FileNames.plain(name)).isEqualTo("file");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        assertThat(FileNames.plain("好".repeat(300) + ".docx")).hasSize(200).endsWith("好.docx");
        assertThat(FileNames.plain("😀".repeat(150))).hasSize(200);
    }
}
