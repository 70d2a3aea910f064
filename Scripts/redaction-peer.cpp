// The least that a redactor with libphonenumber does: finds the numbers of each line of a file, in the regions given, and
// tells the megabytes a second of processor time, the median of three rounds. For the figures in Documentation/Redaction.md.
//   c++ -O2 -o redaction-peer Scripts/redaction-peer.cpp -lphonenumber      (Debian's libphonenumber-dev)
//   redaction-peer FILE REGION...
#include <phonenumbers/phonenumbermatch.h>
#include <phonenumbers/phonenumbermatcher.h>
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

using i18n::phonenumbers::PhoneNumberMatch;
using i18n::phonenumbers::PhoneNumberMatcher;
using i18n::phonenumbers::PhoneNumberUtil;

int main(int count, char **arguments) {
    if (count < 3) {
        fputs("usage: redaction-peer FILE REGION...\n", stderr);
        return 64;
    }
    std::ifstream file(arguments[1]);
    std::vector<std::string> lines;
    size_t bytes = 0;
    for (std::string line; std::getline(file, line); bytes += line.size()) lines.push_back(line);
    const PhoneNumberUtil &numbers = *PhoneNumberUtil::GetInstance();
    std::vector<double> seconds;
    size_t found = 0;
    for (int round = 0; round < 3; round++) {
        found = 0;
        clock_t start = clock();
        for (const std::string &line : lines) {
            for (int region = 2; region < count; region++) {
                PhoneNumberMatcher matcher(numbers, line, arguments[region], PhoneNumberMatcher::VALID, 65535);
                for (PhoneNumberMatch match; matcher.HasNext() && matcher.Next(&match);) found++;
            }
        }
        seconds.push_back(double(clock() - start) / CLOCKS_PER_SEC);
    }
    std::sort(seconds.begin(), seconds.end());
    printf("%zu lines, %.1f MB, %.2f MB/s, %zu found\n", lines.size(), bytes / 1e6, bytes / 1e6 / seconds[1], found);
}
