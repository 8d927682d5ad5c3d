// GOV.UK Frontend ships no types; these are the parts we start.
declare module 'govuk-frontend' {
  export interface ComponentClass {
    new (root: Element): unknown;
    readonly moduleName: string;
  }
  export const Button: ComponentClass;
  export const CharacterCount: ComponentClass;
  export const Checkboxes: ComponentClass;
  export const ErrorSummary: ComponentClass;
  export const NotificationBanner: ComponentClass;
  export const Radios: ComponentClass;
  export const ServiceNavigation: ComponentClass;
  export const SkipLink: ComponentClass;
  export const Tabs: ComponentClass;
  export function createAll(component: ComponentClass, config?: object, scope?: Element | Document): unknown[];
}
