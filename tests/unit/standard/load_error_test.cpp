// A broken data file is named, with the place and the reason; nothing is loaded half.
#include <functional>

#include "standard_fixture.h"

namespace nianbao::standard {
namespace {

/// The embedded files with one of them changed.
class BrokenData {
 public:
  BrokenData(std::string name, const std::string& from, const std::string& to) : name_(std::move(name)) {
    for (const DataFile& file : embedded_files()) {
      if (file.name != name_) continue;
      content_ = file.content;
      const std::size_t at = content_.find(from);
      EXPECT_NE(at, std::string::npos) << "the test looks for text that is not in " << name_;
      if (at != std::string::npos) content_.replace(at, from.size(), to);
    }
  }

  [[nodiscard]] LoadError error() const {
    std::vector<DataFile> files;
    for (const DataFile& file : embedded_files()) {
      files.push_back(file.name == name_ ? DataFile{file.name, content_} : file);
    }
    const auto loaded = load(files);
    EXPECT_FALSE(loaded) << "loaded although broken";
    return loaded ? LoadError{} : loaded.error();
  }

 private:
  std::string name_;
  std::string content_;
};

TEST(LoadErrors, NameAFormThatIsNotItsFile) {
  const LoadError error = BrokenData("form-2021.json", "\"id\": \"2021\"", "\"id\": \"2012\"").error();
  EXPECT_EQ(error.file, "form-2021.json");
  EXPECT_EQ(error.where, "/id");
}

TEST(LoadErrors, NameTheLineOfASyntaxError) {
  const LoadError error = BrokenData("form-2021.json", "\"first_year\": 2021,", "\"first_year\": 2021").error();
  EXPECT_EQ(error.file, "form-2021.json");
  EXPECT_EQ(error.what, "not valid JSON near line 4");
}

TEST(LoadErrors, NameAMissingKey) {
  const LoadError error = BrokenData("form-2021.json", "\"first_year\": 2021,", "").error();
  EXPECT_EQ(error.file, "form-2021.json");
  EXPECT_EQ(error.what, "missing key \"first_year\"");
}

TEST(LoadErrors, NameAWrongType) {
  const LoadError error = BrokenData("form-2019.json", "\"numeral\": \"二\"", "\"numeral\": 2").error();
  EXPECT_EQ(error.where, "/sections/1/numeral");
  EXPECT_EQ(error.what, "expected a string");
}

TEST(LoadErrors, RefuseNumbersThatDoNotFit) {
  for (const char* number : {"1e300", "2021.5", "99999999999", "-99999999999"}) {
    const LoadError error =
        BrokenData("form-2021.json", "\"first_year\": 2021", std::string("\"first_year\": ") + number).error();
    EXPECT_EQ(error.where, "/first_year") << number;
    EXPECT_EQ(error.what, "expected an integer of 32 bits") << number;
  }
}

TEST(LoadErrors, NameAnUnknownCellOfARelation) {
  const LoadError error = BrokenData("form-2021.json", "[\"t3_new/{x}\", 1]", "[\"t3_old/{x}\", 1]").error();
  EXPECT_EQ(error.where, "/relations/0/then/left/0/0");
  EXPECT_EQ(error.what, "unknown cell \"t3_old/t3c_natural\"");
}

TEST(LoadErrors, NameAnUnknownLawRuleKindOrEntry) {
  EXPECT_EQ(BrokenData("form-2014.json", "\"law\": \"492\"", "\"law\": \"493\"").error().what, "unknown law \"493\"");
  EXPECT_EQ(BrokenData("form-2021.json", "\"rule\": \"sum/balance\"", "\"rule\": \"sum/nothing\"").error().what,
            "unknown rule \"sum/nothing\"");
  EXPECT_EQ(BrokenData("form-2021.json", "\"kind\": \"section\"", "\"kind\": \"chapter\"").error().what,
            "unknown value \"chapter\"");
  EXPECT_EQ(BrokenData("form-2021.json", "{\"id\": \"t3_granted\"}", "{\"id\": \"t3_given\"}").error().what,
            "unknown entry \"t3_given\"");
  EXPECT_EQ(BrokenData("form-2021.json", "\"parent\": \"t3_result\"", "\"parent\": \"t3_results\"").error().what,
            "unknown entry \"t3_results\"");
}

TEST(LoadErrors, NameDuplicates) {
  EXPECT_EQ(BrokenData("form-2021.json", "\"id\": \"sec2\",\n\"kind\"", "\"id\": \"sec1\",\n\"kind\"").error().what,
            "duplicate entry \"sec1\"");
  EXPECT_EQ(BrokenData("form-2021.json", "{\"id\": \"t2_rule\"}", "{\"id\": \"t2_normative\"}").error().what,
            "duplicate cell \"t2_normative/t2c_made\"");
  EXPECT_EQ(BrokenData("form-2021.json", "\"id\": \"T3.ROW\"", "\"id\": \"T3.BAL\"").error().what,
            "duplicate relation \"T3.BAL\"");
  EXPECT_EQ(BrokenData("rules.json", "\"id\": \"sum/balance\"", "\"id\": \"sum/row-total\"").error().what,
            "duplicate rule \"sum/row-total\"");
}

TEST(LoadErrors, NameAMissingFile) {
  for (const char* name : {"rules.json", "messages/zh.json", "words/facts.json"}) {
    std::vector<DataFile> files;
    for (const DataFile& file : embedded_files()) {
      if (file.name != name) files.push_back(file);
    }
    const auto loaded = load(files);
    ASSERT_FALSE(loaded) << name;
    EXPECT_EQ(loaded.error().file, name);
    EXPECT_EQ(loaded.error().what, "missing file");
  }
}

TEST(LoadErrors, NameWhatSpeaksOfAMissingForm) {
  std::vector<DataFile> files;
  for (const DataFile& file : embedded_files()) {
    if (file.name != "form-2019.json") files.push_back(file);
  }
  const auto loaded = load(files);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().what, "unknown form \"2019\"");
}

TEST(LoadErrors, SurviveAnyTruncation) {
  for (const DataFile& file : embedded_files()) {
    // Texts to write with are read when they are asked for (standard/snippets.h).
    if (!file.name.ends_with(".json") || file.name == "snippets.json") continue;
    std::vector<DataFile> files(embedded_files().begin(), embedded_files().end());
    for (const std::size_t length : {std::size_t{0}, std::size_t{1}, file.content.size() / 2}) {
      for (DataFile& each : files) {
        if (each.name == file.name) each.content = file.content.substr(0, length);
      }
      const auto loaded = load(files);
      ASSERT_FALSE(loaded) << file.name << " " << length;
      EXPECT_EQ(loaded.error().file, file.name);
    }
  }
}

}  // namespace
}  // namespace nianbao::standard
