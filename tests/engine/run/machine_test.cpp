// What a report says of the machine and the build.
#include "engine/run/machine.hpp"

#include <gtest/gtest.h>

namespace unspin {
namespace {

TEST(Machine, IsReadFromWhatTheSystemSays) {
  EXPECT_EQ(processor_of("processor\t: 0\nmodel\t\t: 1\nmodel name\t: AMD EPYC 7763\n"
                         "processor\t: 1\nmodel name\t: another\n"),
            "AMD EPYC 7763");
  EXPECT_EQ(processor_of("processor\t: 0\nBogoMIPS\t: 50.0\nModel\t\t: Raspberry Pi 4\n"),
            "Raspberry Pi 4");
  EXPECT_EQ(memory_of("MemTotal:       16384 kB\nMemFree: 1 kB\n"), std::uint64_t{16} << 20);
  EXPECT_EQ(system_of("NAME=\"x\"\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n"),
            "Debian GNU/Linux 12 (bookworm)");
}

TEST(Machine, IsUnknownWhereNothingIsSaid) {
  for (const char* text : {"", "\n\n", "model name", "MemTotal: much", ":::\n=\n"}) {
    EXPECT_EQ(processor_of(text), "") << text;
    EXPECT_EQ(memory_of(text), 0u) << text;
    EXPECT_EQ(system_of(text), "") << text;
  }
}

TEST(Machine, HasCores) { EXPECT_GE(this_machine().cores, 1); }

TEST(Build, NamesItsCompilerAndWhatItWasAllowed) {
  const Build build = this_build();
  EXPECT_TRUE(build.compiler.starts_with("g++ ") || build.compiler.starts_with("clang++ "));
  EXPECT_NE(build.flags.find("-ffp-contract=off"), std::string::npos) << build.flags;
  EXPECT_NE(build.type, "");
  EXPECT_NE(build.vectors, "");
}

}  // namespace
}  // namespace unspin
