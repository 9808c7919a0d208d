// oneTBB's tasks run one after the other in the thread that gave them. In the tests for
// ThreadSanitizer, because Debian builds oneTBB without it: it would take the end of a parallel loop
// for nothing, and all that was written in it for a race; threads of our own are watched as they
// run. In the fuzzers, because a run is to be the same each time.

#include <tbb/global_control.h>

namespace {

const tbb::global_control oneWorker(tbb::global_control::max_allowed_parallelism, 1);

} // namespace
