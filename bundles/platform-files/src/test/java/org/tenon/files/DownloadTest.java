package org.tenon.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DownloadTest {

    @Test
    void namesAreGivenTwiceAndBreakNoHeader() {
        assertThat(Download.name("report 1.pdf")).isEqualTo("; filename=\"report 1.pdf\"; filename*=UTF-8''report%201.pdf");
        assertThat(Download.name("合同.pdf")).isEqualTo("; filename=\"__.pdf\"; filename*=UTF-8''%E5%90%88%E5%90%8C.pdf");
        assertThat(Download.name("a\"; x=\r\n.txt")).isEqualTo("; filename=\"a_; x=__.txt\"; filename*=UTF-8''a%22%3B%20x%3D%0D%0A.txt");
    }
}
