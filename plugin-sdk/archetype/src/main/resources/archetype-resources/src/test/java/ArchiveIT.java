package ${package};

import org.tenon.testkit.contract.ArchiveContract;

/** The packed plugin keeps to what every plugin keeps to. */
class ArchiveIT extends ArchiveContract {
}
