/**
 * Pictures that were looked at and found right, and the comparison with them.
 *
 * <p>A golden image lies under {@code src/test/resources/golden} of the module whose test uses it.
 * Run the tests with {@code -Dgolden.update=true} to write all of them anew; then look at each one
 * that changed before it is committed.
 */
package io.panelwatch.display.golden;
